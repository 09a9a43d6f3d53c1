package cn.wenzheng.triage;

import java.util.List;

/**
 * A petition in at most {@value #MOST} characters, with the words marked that say where and what.
 *
 * @param text the characters
 * @param marks the marked spans of the text, in their order, never overlapping
 */
public record Gist(String text, List<Span> marks) {

    /** The most characters of a gist: one glance. */
    public static final int MOST = 25;

    /** What a span says. */
    public enum Mark {
        PLACE,
        MATTER,
        URGENCY
    }

    /** Characters of the gist from {@code from} (inclusive) to {@code to} (exclusive). */
    public record Span(int from, int to, Mark mark) {}
}
