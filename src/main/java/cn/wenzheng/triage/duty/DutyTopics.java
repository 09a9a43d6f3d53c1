package cn.wenzheng.triage.duty;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.DutyRegister;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory topic by topic: whose each leaf is in the whole city, and in how many areas it is another's. */
@Component
class DutyTopics {

    private final DutyBook book;
    private final OrganizationDesk organization;

    DutyTopics(DutyBook book, OrganizationDesk organization) {
        this.book = book;
        this.organization = organization;
    }

    /**
     * One leaf.
     *
     * @param city the row that answers in the whole city today; null where none does
     * @param rows all its rows
     * @param areas in how many areas it has rows of their own
     * @param overlaps true when two rows say something of the same area on the same day
     */
    record Topic(String code, String path, @Nullable KeptDuty city, List<KeptDuty> rows, long areas, boolean overlaps) {

        boolean isGap() {
            return city == null;
        }

        private boolean names(String unit) {
            return rows.stream()
                    .anyMatch(row -> unit.equals(row.unit()) || row.assisting().contains(unit));
        }

        private boolean reaches(String area) {
            return rows.stream().anyMatch(row -> area.equals(row.area()));
        }

        private boolean says(String words) {
            String folded = words.strip().toLowerCase(Locale.ROOT);
            return code.toLowerCase(Locale.ROOT).startsWith(folded)
                    || path.toLowerCase(Locale.ROOT).contains(folded);
        }
    }

    /** What a reader of the directory filters by; blank is everything. */
    record Asked(
            @Nullable String q,
            @Nullable String unit,
            @Nullable String area,
            @Nullable Boolean gap,
            @Nullable Boolean overlap,
            @Nullable Integer page) {

        boolean wants(Topic topic) {
            return (isBlank(q) || topic.says(Objects.requireNonNull(q)))
                    && (isBlank(unit) || topic.names(Objects.requireNonNull(unit)))
                    && (isBlank(area) || topic.reaches(Objects.requireNonNull(area)))
                    && (!onlyGaps() || topic.isGap())
                    && (!onlyOverlaps() || topic.overlaps());
        }

        public boolean onlyGaps() {
            return Boolean.TRUE.equals(gap);
        }

        public boolean onlyOverlaps() {
            return Boolean.TRUE.equals(overlap);
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    List<Topic> all(Actor actor) {
        DutyRegister.requireReader(actor);
        Directory directory = book.directory();
        return organization.categories().stream()
                .filter(Category::leaf)
                .map(leaf -> topic(leaf.code(), directory))
                .toList();
    }

    private Topic topic(String leaf, Directory directory) {
        LocalDate today = book.today();
        List<KeptDuty> rows = directory.rowsOf(leaf);
        return new Topic(
                leaf,
                organization.categoryPath(leaf),
                directory.row(leaf, null, today).orElse(null),
                rows,
                rows.stream()
                        .map(KeptDuty::area)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                rows.stream().anyMatch(row -> directory.isOverlapped(row, today)));
    }
}
