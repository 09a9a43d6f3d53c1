package cn.wenzheng.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The suggestions in table {@code suggestion}; a later one of a petition takes the place of the one before. */
@Component
class SuggestionRows implements Suggestions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A node that has not heard of the version in use thinks about new petitions only. */
    private static final String OUTDATED = """
             FROM petition p LEFT JOIN suggestion s ON s.petition = p.number
            LEFT JOIN unnest(?::text[], ?::text[]) AS book (leaf, mark) ON book.leaf = s.leaf
            WHERE p.status = 'RECEIVED' AND (s.petition IS NULL
                OR (s.model <> ? OR s.duties IS DISTINCT FROM book.mark)
                    AND ? = coalesce((SELECT version FROM topic_model WHERE state = 'ACTIVE'), 0))""";

    private final JdbcClient jdbc;

    SuggestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Suggestion suggestion, @Nullable String duties) {
        Guess leaf = suggestion.category();
        jdbc.sql("""
                        INSERT INTO suggestion (petition, model, thought, leaf, duties)
                        VALUES (?, ?, CAST(? AS jsonb), ?, ?)
                        ON CONFLICT (petition) DO UPDATE SET model = excluded.model, thought = excluded.thought,
                            leaf = excluded.leaf, duties = excluded.duties""")
                .params(suggestion.petition(), suggestion.model(), written(suggestion))
                .param(leaf == null ? null : leaf.value())
                .param(duties)
                .update();
    }

    /** Petitions that wait for their acceptance and would be thought of otherwise now; those without a thought first. */
    List<String> outdated(Basis basis, int most) {
        return jdbc.sql("SELECT p.number" + OUTDATED
                        + " ORDER BY s.petition IS NOT NULL, p.received_at, p.number LIMIT ?")
                .params(parameters(basis))
                .param(most)
                .query(String.class)
                .list();
    }

    /** The same of one petition. */
    boolean isOutdated(String number, Basis basis) {
        return jdbc.sql("SELECT EXISTS (SELECT 1" + OUTDATED + " AND p.number = ?)")
                .params(parameters(basis))
                .param(number)
                .query(Boolean.class)
                .single();
    }

    private static List<Object> parameters(Basis basis) {
        List<Map.Entry<String, String>> duties = List.copyOf(basis.duties().entrySet());
        return List.of(
                duties.stream().map(Map.Entry::getKey).toArray(String[]::new),
                duties.stream().map(Map.Entry::getValue).toArray(String[]::new),
                basis.model(),
                basis.model());
    }

    /** Keeps the other nodes from thinking about it until the transaction ends; false when one of them does. */
    boolean takeTurn(String number) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 47))")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Suggestion> of(String petition) {
        return Optional.ofNullable(of(List.of(petition)).get(petition));
    }

    @Override
    public Map<String, Suggestion> of(Collection<String> petitions) {
        return jdbc
                .sql("SELECT thought FROM suggestion WHERE petition = ANY (?)")
                .param(petitions.toArray(String[]::new))
                .query((row, n) -> read(row.getString("thought")))
                .list()
                .stream()
                .collect(Collectors.toMap(Suggestion::petition, Function.identity()));
    }

    private static String written(Suggestion suggestion) {
        try {
            return JSON.writeValueAsString(suggestion);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Suggestion read(String thought) {
        try {
            return JSON.readValue(thought, Suggestion.class);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
