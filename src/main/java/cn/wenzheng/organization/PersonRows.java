package cn.wenzheng.organization;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people, as they stand in the register. */
@Component
class PersonRows {

    private static final String KEPT = "SELECT id, name, unit, roles, email, disabled_at, password_is_new FROM person ";

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, KeptPerson> all() {
        return OrganizationDesk.byCode(
                jdbc.sql(KEPT + "ORDER BY id").query(PersonRows::toKept).list(), KeptPerson::id);
    }

    Optional<KeptPerson> kept(String id) {
        return jdbc.sql(KEPT + "WHERE id = ?")
                .param(id)
                .query(PersonRows::toKept)
                .optional();
    }

    Optional<String> passwordHash(String id) {
        return jdbc.sql("SELECT password_hash FROM person WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    boolean hasAdministrator() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM person WHERE ? = ANY (roles) AND disabled_at IS NULL)")
                .param(Role.ADMIN.code())
                .query(Boolean.class)
                .single();
    }

    /** @param isNew true when somebody else knows the password */
    void insert(Person person, String passwordHash, boolean isNew) {
        jdbc.sql("""
                INSERT INTO person (id, name, unit, roles, email, password_hash, password_is_new)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(person.id(), person.name(), person.unit(), codes(person.roles()))
                .params(person.email(), passwordHash, isNew)
                .update();
    }

    void update(Person person) {
        jdbc.sql("UPDATE person SET name = ?, unit = ?, roles = ?, email = ? WHERE id = ?")
                .params(person.name(), person.unit(), codes(person.roles()), person.email(), person.id())
                .update();
    }

    void disable(String id, @Nullable Instant at) {
        jdbc.sql("UPDATE person SET disabled_at = ? WHERE id = ?")
                .params(at == null ? null : utc(at), id)
                .update();
    }

    void setPassword(String id, String hash) {
        jdbc.sql("UPDATE person SET password_hash = ?, password_is_new = true WHERE id = ?")
                .params(hash, id)
                .update();
    }

    /** A password that only its person knows. */
    void setOwnPassword(String id, String hash) {
        jdbc.sql("UPDATE person SET password_hash = ?, password_is_new = false WHERE id = ?")
                .params(hash, id)
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] codes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::code).toArray(String[]::new);
    }

    static KeptPerson toKept(ResultSet row, int n) throws SQLException {
        return kept(row, toPerson(row, roles(row, "roles")));
    }

    static KeptPerson kept(ResultSet row, Person person) throws SQLException {
        return new KeptPerson(
                person, UnitRows.instant(row.getTimestamp("disabled_at")), row.getBoolean("password_is_new"));
    }

    static Person toPerson(ResultSet row, Set<Role> roles) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                roles,
                row.getString("email"),
                row.getTimestamp("disabled_at") == null);
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        Set<Role> roles = new TreeSet<>();
        strings(row.getArray(column)).forEach(code -> roles.add(Role.valueOf(code.toUpperCase())));
        return roles;
    }

    static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
