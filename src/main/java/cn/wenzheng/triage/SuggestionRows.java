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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The suggestions in table {@code suggestion}; a later one of a petition takes the place of the one before. */
@Component
class SuggestionRows implements Suggestions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SuggestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Suggestion suggestion) {
        jdbc.sql("""
                        INSERT INTO suggestion (petition, model, thought) VALUES (?, ?, CAST(? AS jsonb))
                        ON CONFLICT (petition) DO UPDATE SET model = excluded.model, thought = excluded.thought""")
                .params(suggestion.petition(), suggestion.model(), written(suggestion))
                .update();
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
