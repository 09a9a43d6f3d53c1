package cn.wenzheng.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works for the city at a moment, with the roles of absent colleagues he stands in for. */
@Component
class PeopleAtWork {

    private static final Set<Role> NEVER_LENT = EnumSet.of(Role.ADMIN, Role.AUDITOR);

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

    PeopleAtWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> one(String id, Instant now) {
        return whoAreAtWork("WHERE person.id = :id", now)
                .param("id", id)
                .query(PeopleAtWork::toPersonAtWork)
                .optional();
    }

    /** The same with what the register knows about his password. */
    Optional<KeptPerson> withRegister(String id, Instant now) {
        return whoAreAtWork("WHERE person.id = :id", now)
                .param("id", id)
                .query((row, n) -> PersonRows.kept(row, toPersonAtWork(row, n)))
                .optional();
    }

    List<Person> of(String unit, Instant now) {
        return whoAreAtWork("WHERE person.unit = :unit AND person.disabled_at IS NULL ORDER BY person.id", now)
                .param("unit", unit)
                .query(PeopleAtWork::toPersonAtWork)
                .list();
    }

    List<Person> all(Instant now) {
        return whoAreAtWork("WHERE person.disabled_at IS NULL ORDER BY person.id", now)
                .query(PeopleAtWork::toPersonAtWork)
                .list();
    }

    private JdbcClient.StatementSpec whoAreAtWork(String where, Instant now) {
        return jdbc.sql(AT_WORK + where).param("now", PersonRows.utc(now));
    }

    private static Person toPersonAtWork(ResultSet row, int n) throws SQLException {
        Person own = PersonRows.toPerson(row, PersonRows.roles(row, "roles"));
        if (!own.active()) {
            return own.withRoles(Set.of());
        }
        Set<Role> roles = PersonRows.roles(row, "lent");
        roles.removeAll(NEVER_LENT);
        if (own.standsAlone() || roles.isEmpty()) {
            return own;
        }
        roles.addAll(own.roles());
        return own.withRoles(roles);
    }
}
