package cn.wenzheng.access;

import cn.wenzheng.organization.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param page counted from 0
 * @param size rows of a page, 1 to 200
 */
public record Window(int page, int size) {

    /** The most rows of one page. */
    public static final int MOST = 200;

    /** Reads the query parameters; absent ones mean the first 50 rows. */
    public static Window of(@Nullable Integer page, @Nullable Integer size) {
        Window window = new Window(page == null ? 0 : page, size == null ? 50 : size);
        if (window.size < 1 || window.size > MOST) {
            throw Refusal.invalid("size", "size-out-of-range", MOST);
        }
        if (window.page < 0 || (long) window.page * window.size > Integer.MAX_VALUE) {
            throw Refusal.invalid("page", "page-out-of-range");
        }
        return window;
    }

    public int offset() {
        return page * size;
    }

    /** The last page of a list of so many rows, counted from 0 as all pages are. */
    public long last(long total) {
        return total == 0 ? 0 : (total - 1) / size;
    }
}
