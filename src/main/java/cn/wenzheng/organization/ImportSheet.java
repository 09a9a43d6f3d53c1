package cn.wenzheng.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was uploaded.
 *
 * @param header the names of its columns
 */
public record ImportSheet(List<@Nullable String> header, int headerLine, List<Row> rows) {

    /**
     * One row of it.
     *
     * @param line the line of the file on which it begins
     * @param broken true when its cells cannot be told apart
     */
    public record Row(int line, List<@Nullable String> cells, boolean broken) {}
}
