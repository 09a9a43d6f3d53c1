package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of petitions is narrowed to, as SQL: conditions joined by AND, their parameters in the same order. */
final class ListConditions {

    /** Units that gave the petition away have no part in it any more. */
    private static final String HAS_A_PART = """
            EXISTS (SELECT 1 FROM assignment a WHERE a.petition = p.number AND a.unit = ANY (?)
                    AND a.state NOT IN ('RETURNED', 'REASSIGNED'))""";

    private static final String IS_LATE = """
            EXISTS (SELECT 1 FROM deadline l WHERE l.petition = p.number AND l.ended_at IS NULL
                    AND l.stage NOT IN ('CASE_HANDLING', 'WHOLE') AND l.due_at < ?)""";

    private static final String IS_DECIDED_ALONE = """
            EXISTS (SELECT 1 FROM timeline_entry t WHERE t.petition = p.number AND t.event = 'ACCEPTED'
                    AND t.person = 'system')""";

    /** The words of the index itself: written differently, the condition would not use it. */
    private static final String HAS_THE_SIGNS = "petition_signs(c.petition, c.title, c.text, c.address) @@ ?::tsquery";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private List<String> words = List.of();
    private String says = "";
    private String signs = "";
    private boolean indexSuffices;

    static ListConditions readableBy(Reader reader) {
        return new ListConditions().and(reader.all() ? null : reader, HAS_A_PART, (Object)
                reader.units().toArray(String[]::new));
    }

    static ListConditions of(PetitionFilter filter, List<String> categories, Reader reader, Instant now) {
        return readableBy(reader)
                .andIs("p.status", filter.status())
                .andIs("p.channel", filter.channel())
                .andIs("p.kind", filter.kind())
                .andIs("p.urgency", filter.urgency())
                .and(filter.unit(), HAS_A_PART, (Object) new String[] {String.valueOf(filter.unit())})
                .and(filter.category(), "p.category = ANY (?)", (Object) categories.toArray(String[]::new))
                .and(filter.overdue(), late(filter.overdue()), Timestamp.from(now))
                .and(filter.from(), "p.received_at >= ?", timestamp(filter.from()))
                .and(filter.to(), "p.received_at < ?", timestamp(filter.to()))
                .and(filter.matter(), "p.matter = ?", String.valueOf(filter.matter()))
                .and(filter.alone(), (Boolean.TRUE.equals(filter.alone()) ? "" : "NOT ") + IS_DECIDED_ALONE)
                .andSays(SearchWords.of(filter.q() == null ? "" : filter.q()), reader);
    }

    private static String late(@Nullable Boolean overdue) {
        return Boolean.TRUE.equals(overdue) ? IS_LATE : "NOT " + IS_LATE;
    }

    ListConditions andIs(String column, @Nullable Enum<?> value) {
        return and(value, column + " = ?", value == null ? "" : value.name());
    }

    ListConditions and(@Nullable Object given, String condition, Object... values) {
        if (given != null) {
            conditions.add(condition);
            Collections.addAll(parameters, values);
        }
        return this;
    }

    private ListConditions andSays(SearchWords search, Reader reader) {
        String copy = reader.original() ? "" : "redacted_";
        words = search.words();
        says = words.stream()
                .map(word -> "(c.petition %1$s ? OR c.%2$stitle %1$s ? OR c.%2$stext %1$s ? OR c.%2$saddress %1$s ?)"
                        .formatted(SearchWords.operator(word), copy))
                .collect(Collectors.joining(" AND "));
        signs = search.asQuery();
        indexSuffices = reader.original() && search.foundByIndexAlone();
        return this;
    }

    boolean askForWords() {
        return !words.isEmpty();
    }

    /** The tables the conditions ask, and no other; {@code p} is the petition. */
    String found() {
        return askForWords() && conditions.isEmpty() ? "FROM " + candidates() : withPetition("");
    }

    /**
     * The petition and what narrows it, the words by their index.
     *
     * <p>The index is asked first, whatever the planner thinks of it: he believes that every entry is looked at again.
     *
     * @param joined what else is joined with the petition, without parameters
     */
    String withPetition(String joined) {
        String found = askForWords() ? " JOIN " + candidates() + " ON c.petition = p.number" : "";
        return "FROM petition p" + joined + found + where();
    }

    /** The index finds by the citizen's own words; whoever may not read those finds by the copy he reads. */
    private String candidates() {
        return "(SELECT c.petition FROM petition_content c WHERE " + HAS_THE_SIGNS
                + (indexSuffices ? "" : " AND " + says) + " OFFSET 0) c";
    }

    /** The same for words that most petitions have: one after the other is looked at, until there are enough. */
    String withEveryPetition() {
        return "FROM petition p JOIN petition_content c ON c.petition = p.number"
                + (conditions.isEmpty() ? " WHERE " : where() + " AND ") + says;
    }

    /** What narrows the petition, without the words. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The parameters of {@link #found} and {@link #withPetition}. */
    List<Object> parameters() {
        List<Object> all = new ArrayList<>();
        if (askForWords()) {
            all.add(signs);
            all.addAll(indexSuffices ? List.of() : patterns());
        }
        all.addAll(parameters);
        return all;
    }

    /** The parameters of {@link #withEveryPetition}. */
    List<Object> parametersForEveryPetition() {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(patterns());
        return all;
    }

    private List<Object> patterns() {
        return words.stream()
                .flatMap(word -> Collections.<Object>nCopies(4, SearchWords.pattern(word)).stream())
                .toList();
    }

    private static Timestamp timestamp(@Nullable Instant at) {
        return Timestamp.from(at == null ? Instant.EPOCH : at);
    }
}
