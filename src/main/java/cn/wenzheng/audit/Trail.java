package cn.wenzheng.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a petition's trail in words.
 *
 * @param page counted from 0
 */
record Trail(List<Line> lines, long total, int page) {

    /** The lines of one page. */
    static final int SIZE = 200;

    /**
     * One entry of the journal as a reader sees it.
     *
     * @param reason why it was refused; null when it was done
     */
    record Line(
            AuditEntry entry,
            String what,
            @Nullable String reason,
            Map<String, String> before,
            Map<String, String> after) {}

    public boolean hasNext() {
        return (page + 1L) * SIZE < total;
    }
}
