package cn.wenzheng.organization;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people: as they stand in the register, and as they work at a moment. */
@Component
class PersonRows {

    private static final Set<Role> NEVER_LENT = EnumSet.of(Role.ADMIN, Role.AUDITOR);

    private static final String KEPT = "SELECT id, name, unit, roles, email, disabled_at, password_is_new FROM person ";

    private static final String AT_WORK = """
            SELECT person.id, person.name, person.unit, person.roles, person.email, person.disabled_at,
                   person.password_is_new,
                   ARRAY(SELECT DISTINCT unnest(absent.roles)
                         FROM absence JOIN person absent ON absent.id = absence.person
                         WHERE absence.deputy = person.id AND absence.ended_at IS NULL
                           AND absence.from_at <= :now AND absence.to_at > :now
                           AND absent.disabled_at IS NULL AND absent.unit = person.unit) AS lent
            FROM person\s""";

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> atWork(String id, Instant now) {
        return whoAreAtWork("WHERE person.id = :id", now)
                .param("id", id)
                .query(PersonRows::toPersonAtWork)
                .optional();
    }

    /** The same with what the register knows about his password. */
    Optional<KeptPerson> presentAtWork(String id, Instant now) {
        return whoAreAtWork("WHERE person.id = :id", now)
                .param("id", id)
                .query((row, n) -> kept(row, toPersonAtWork(row, n)))
                .optional();
    }

    List<Person> atWorkIn(String unit, Instant now) {
        return whoAreAtWork("WHERE person.unit = :unit AND person.disabled_at IS NULL ORDER BY person.id", now)
                .param("unit", unit)
                .query(PersonRows::toPersonAtWork)
                .list();
    }

    List<Person> allAtWork(Instant now) {
        return whoAreAtWork("WHERE person.disabled_at IS NULL ORDER BY person.id", now)
                .query(PersonRows::toPersonAtWork)
                .list();
    }

    private JdbcClient.StatementSpec whoAreAtWork(String where, Instant now) {
        return jdbc.sql(AT_WORK + where).param("now", utc(now));
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

    private static KeptPerson kept(ResultSet row, Person person) throws SQLException {
        return new KeptPerson(
                person, UnitRows.instant(row.getTimestamp("disabled_at")), row.getBoolean("password_is_new"));
    }

    private static Person toPersonAtWork(ResultSet row, int n) throws SQLException {
        Person own = toPerson(row, roles(row, "roles"));
        if (!own.active()) {
            return own.withRoles(Set.of());
        }
        Set<Role> roles = roles(row, "lent");
        roles.removeAll(NEVER_LENT);
        if (own.standsAlone() || roles.isEmpty()) {
            return own;
        }
        roles.addAll(own.roles());
        return own.withRoles(roles);
    }

    private static Person toPerson(ResultSet row, Set<Role> roles) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                roles,
                row.getString("email"),
                row.getTimestamp("disabled_at") == null);
    }

    private static Set<Role> roles(ResultSet row, String column) throws SQLException {
        Set<Role> roles = new TreeSet<>();
        strings(row.getArray(column)).forEach(code -> roles.add(Role.valueOf(code.toUpperCase())));
        return roles;
    }

    static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
