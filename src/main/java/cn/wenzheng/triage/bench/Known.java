package cn.wenzheng.triage.bench;

import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Similar;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import cn.wenzheng.triage.bench.BenchRows.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the house knows of the petitions on one screen.
 *
 * @param acceptBy until when those that may be a danger to life have to be accepted
 */
record Known(Map<String, Suggestion> suggestions, Map<String, List<Similar>> similar, Map<String, Instant> acceptBy) {

    Known withAcceptBy(Map<String, Instant> terms) {
        return new Known(suggestions, similar, terms);
    }

    @Nullable
    Instant acceptBy(Row row) {
        return acceptBy.get(row.number());
    }

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
