package cn.wenzheng.access.table;

import cn.wenzheng.organization.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An uploaded table, read once from its first row to its last in bounded memory. */
public interface Table extends AutoCloseable {

    /**
     * One row that is not blank.
     *
     * @param line the line of the file, or the row of the sheet, on which it begins
     * @param broken why its cells cannot be read; null when they can
     */
    record Row(
            int line,
            List<@Nullable String> cells,
            @Nullable Refusal broken) {

        /** The cell of a column; null when it is blank or the row ends before it. */
        @Nullable
        public String cell(int column) {
            String cell = column < 0 || column >= cells.size() ? null : cells.get(column);
            return cell == null || cell.isBlank() ? null : cell;
        }

        public boolean isBlank() {
            return broken == null && cells.stream().allMatch(cell -> cell == null || cell.isBlank());
        }
    }

    /** The next row that is not blank; null after the last. */
    @Nullable
    Row next();

    @Override
    void close();
}
