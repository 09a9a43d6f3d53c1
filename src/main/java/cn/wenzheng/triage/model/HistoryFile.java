package cn.wenzheng.triage.model;

import java.util.List;

/**
 * A file of petitions that the city has labelled before.
 *
 * @param text the columns with what the citizen wrote: one is the text, of several the first is the title; none when
 *     they are called as usual
 */
record HistoryFile(String name, byte[] content, List<String> text, String label) {

    /** What the column with the topic is called when nobody says otherwise. */
    static final String LABEL = "label";

    private static final List<List<String>> USUAL =
            List.of(List.of("title", "text"), List.of("text"), List.of("title"));

    /** The columns to look for, the likeliest first. */
    List<List<String>> columns() {
        return text.isEmpty() ? USUAL : List.of(text);
    }
}
