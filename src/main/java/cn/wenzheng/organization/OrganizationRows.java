package cn.wenzheng.organization;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organization's tables. */
@Component
class OrganizationRows {

    private static final String PERSON = "SELECT id, name, unit, roles, email, disabled_at FROM person ";

    private final JdbcClient jdbc;

    OrganizationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Unit> units() {
        return OrganizationDesk.byCode(
                jdbc.sql("SELECT code, name, level, parent FROM unit ORDER BY level, code")
                        .query(Unit.class)
                        .list(),
                Unit::code);
    }

    Map<String, Category> categories() {
        return OrganizationDesk.byCode(
                jdbc.sql("""
                        SELECT code, name, parent, unit, keywords,
                               NOT EXISTS (SELECT 1 FROM category below WHERE below.parent = category.code) AS leaf
                        FROM category ORDER BY code""")
                        .query((row, n) -> new Category(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("parent"),
                                row.getBoolean("leaf"),
                                row.getString("unit"),
                                strings(row.getArray("keywords"))))
                        .list(),
                Category::code);
    }

    Optional<Person> person(String id) {
        return jdbc.sql(PERSON + "WHERE id = ?")
                .param(id)
                .query(OrganizationRows::toPerson)
                .optional();
    }

    List<Person> peopleOf(String unit) {
        return jdbc.sql(PERSON + "WHERE unit = ? ORDER BY id")
                .param(unit)
                .query(OrganizationRows::toPerson)
                .list();
    }

    List<Person> people() {
        return jdbc.sql(PERSON + "ORDER BY id")
                .query(OrganizationRows::toPerson)
                .list();
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

    void insert(Unit unit) {
        jdbc.sql("INSERT INTO unit (code, name, level, parent) VALUES (?, ?, ?, ?)")
                .params(unit.code(), unit.name(), unit.level(), unit.parent())
                .update();
    }

    void insert(Category category) {
        jdbc.sql("INSERT INTO category (code, name, parent, unit, keywords) VALUES (?, ?, ?, ?, ?)")
                .params(
                        category.code(),
                        category.name(),
                        category.parent(),
                        category.unit(),
                        category.keywords().toArray(String[]::new))
                .update();
    }

    void insert(Person person, String passwordHash) {
        jdbc.sql("INSERT INTO person (id, name, unit, roles, password_hash) VALUES (?, ?, ?, ?, ?)")
                .params(
                        person.id(),
                        person.name(),
                        person.unit(),
                        person.roles().stream().map(Role::code).toArray(String[]::new),
                        passwordHash)
                .update();
    }

    private static Person toPerson(ResultSet row, int n) throws SQLException {
        Set<Role> roles = new TreeSet<>();
        strings(row.getArray("roles")).forEach(code -> roles.add(Role.valueOf(code.toUpperCase())));
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("unit"),
                roles,
                row.getString("email"),
                row.getTimestamp("disabled_at") == null);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
