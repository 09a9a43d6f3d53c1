package cn.wenzheng.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people of the register. */
@Component
class PeopleSearch {

    private static final String WHERE = """
            WHERE (:q::text IS NULL OR id ILIKE :q OR name ILIKE :q)
              AND (:unit::text IS NULL OR unit = :unit)
              AND (:role::text IS NULL OR :role = ANY (roles))
              AND (:active::boolean IS NULL OR (disabled_at IS NULL) = :active)
            """;

    private final JdbcClient jdbc;

    PeopleSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeptPerson> page(PeopleFilter filter, int offset, int size) {
        return asked(
                        "SELECT id, name, unit, roles, email, disabled_at, password_is_new FROM person " + WHERE
                                + "ORDER BY unit, id LIMIT :size OFFSET :offset",
                        filter)
                .param("size", size)
                .param("offset", offset)
                .query(PersonRows::toKept)
                .list();
    }

    long count(PeopleFilter filter) {
        return asked("SELECT count(*) FROM person " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    Map<String, String> names(Collection<String> accounts) {
        return jdbc
                .sql("SELECT id, name FROM person WHERE id = ANY (?)")
                .param(accounts.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec asked(String sql, PeopleFilter filter) {
        return jdbc.sql(sql)
                .param("q", like(filter.q()))
                .param("unit", filter.unit())
                .param("role", filter.role() == null ? null : filter.role().code())
                .param("active", filter.active());
    }

    /** The words themselves, wherever they stand; the signs of a pattern are words, too. */
    private static @Nullable String like(@Nullable String words) {
        return words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
