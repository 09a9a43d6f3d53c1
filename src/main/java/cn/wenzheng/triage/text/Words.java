package cn.wenzheng.triage.text;

import org.jspecify.annotations.Nullable;

/**
 * What a citizen wrote: a post has no title, a letter has one.
 *
 * @param title null when there is none; a blank one counts as none
 */
public record Words(@Nullable String title, String text) {

    public Words {
        title = title == null || title.isBlank() ? null : title;
    }

    /** Words without a title. */
    public static Words of(String text) {
        return new Words(null, text);
    }

    /** Title and text in one, for whoever looks for something in either. */
    public String all() {
        return title == null ? text : title + '\n' + text;
    }
}
