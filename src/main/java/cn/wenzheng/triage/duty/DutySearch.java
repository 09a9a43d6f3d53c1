package cn.wenzheng.triage.duty;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rows of the directory somebody asks for; blank is as good as left out. */
record DutySearch(
        @Parameter(description = "诉求内容的代码 · A leaf of the category tree") @Nullable
        String leaf,

        @Parameter(
                description = "区域：它自己、它的上级和全市的职责，管用的在前 · The rows for an area: its own, those above it, the"
                        + " city's; the nearest first")
        @Nullable
        String area,

        @Parameter(description = "承办或协办的单位 · A unit that is responsible or assists") @Nullable
        String unit,

        @Nullable Integer page,
        @Nullable Integer size) {

    DutySearch {
        leaf = blankToNull(leaf);
        area = blankToNull(area);
        unit = blankToNull(unit);
    }

    /** Everything the directory says of one topic. */
    static DutySearch of(String leaf) {
        return new DutySearch(leaf, null, null, null, null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
