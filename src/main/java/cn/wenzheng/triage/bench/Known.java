package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Similar;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import cn.wenzheng.triage.bench.BenchRows.Row;
import java.util.List;
import java.util.Map;

/** What the house knows of the petitions on one screen. */
record Known(Map<String, Suggestion> suggestions, Map<String, List<Similar>> similar) {

    List<Similar> similar(String number) {
        return similar.getOrDefault(number, List.of());
    }

    boolean life(Row row) {
        Suggestion suggestion = suggestions.get(row.number());
        return row.urgency() == Urgency.LIFE
                || suggestion != null && suggestion.warnings().contains(Warning.DANGER);
    }

    Gist gist(Row row) {
        Suggestion suggestion = suggestions.get(row.number());
        return suggestion == null ? beginning(row) : suggestion.gist();
    }

    /** Without a suggestion the first characters have to do, and nothing of them is marked. */
    private static Gist beginning(Row row) {
        String words = row.title() == null ? row.text().strip() : row.title();
        int end = words.offsetByCodePoints(0, Math.min(Gist.MOST, words.codePointCount(0, words.length())));
        return new Gist(words.substring(0, end).replaceAll("\\s+", " "), List.of());
    }
}
