package cn.wenzheng.triage.text;

import org.jspecify.annotations.Nullable;

/** What a citizen wrote: a post has no title, a letter has one. */
public record Words(@Nullable String title, String text) {

    /** Words without a title. */
    public static Words of(String text) {
        return new Words(null, text);
    }
}
