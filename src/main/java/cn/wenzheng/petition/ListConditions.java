package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of petitions is narrowed to, as SQL: conditions joined by AND, their parameters in the same order. */
final class ListConditions {

    /** Units that gave the petition away have no part in it any more. */
    private static final String HAS_A_PART = """
            EXISTS (SELECT 1 FROM assignment a WHERE a.petition = p.number AND a.unit = ANY (?)
                    AND a.state NOT IN ('RETURNED', 'REASSIGNED'))""";

    private static final String IS_LATE = """
            EXISTS (SELECT 1 FROM deadline l WHERE l.petition = p.number AND l.ended_at IS NULL AND l.due_at < ?)""";

    /** The words of the index itself: written differently, the condition would not use it. */
    private static final String HAS_THE_SIGNS = "petition_signs(c.petition, c.title, c.text, c.address) @@ ?::tsquery";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private boolean asksThePetition;
    private boolean asksTheWords;

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
            asksThePetition = true;
            conditions.add(condition);
            Collections.addAll(parameters, values);
        }
        return this;
    }

    /** The index finds by the citizen's own words; whoever may not read those finds by the copy he reads. */
    private ListConditions andSays(SearchWords search, Reader reader) {
        if (search.words().isEmpty()) {
            return this;
        }
        asksTheWords = true;
        conditions.add(HAS_THE_SIGNS);
        parameters.add(search.asQuery());
        if (!reader.original() || !search.foundByIndexAlone()) {
            search.words().forEach(word -> andSays(word, reader.original() ? "" : "redacted_"));
        }
        return this;
    }

    private void andSays(String word, String copy) {
        conditions.add("(c.petition %1$s ? OR c.%2$stitle %1$s ? OR c.%2$stext %1$s ? OR c.%2$saddress %1$s ?)"
                .formatted(SearchWords.operator(word), copy));
        parameters.addAll(Collections.nCopies(4, SearchWords.pattern(word)));
    }

    /** The tables the conditions ask, and no other; {@code p} is the petition, {@code c} its words. */
    String tables() {
        if (!asksTheWords) {
            return "petition p";
        }
        return asksThePetition ? withPetition() : "petition_content c";
    }

    /** The tables the conditions ask, and the petition. */
    String withPetition() {
        return asksTheWords ? "petition p JOIN petition_content c ON c.petition = p.number" : "petition p";
    }

    /** The conditions as a WHERE clause; empty when there is none. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    private static Timestamp timestamp(@Nullable Instant at) {
        return Timestamp.from(at == null ? Instant.EPOCH : at);
    }
}
