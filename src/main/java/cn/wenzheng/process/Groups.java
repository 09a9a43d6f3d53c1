package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine's groups, derived from who a person is in the city: one source of truth. */
public final class Groups {

    /** Everybody who works for the city. */
    public static final String STAFF = "staff";

    /** The group whose members may use Camunda's Admin; the engine knows it by this name. */
    public static final String ENGINE_ADMIN = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    /** Goes before a unit's code: the people who handle its petitions. */
    static final String UNIT = "unit-";

    /** Goes before a unit's code: those who answer for the unit. */
    static final String HEAD = "head-";

    private Groups() {}

    public static List<String> of(Actor actor) {
        return of(actor.roles(), actor.unit());
    }

    public static List<String> of(Person person) {
        return of(person.roles(), person.unit());
    }

    /** The people who handle the unit's petitions. */
    public static String ofUnit(String code) {
        return UNIT + code;
    }

    /** Those who answer for the unit. */
    public static String ofHead(String code) {
        return HEAD + code;
    }

    /** The unit a group belongs to; null for the centre's groups. */
    static @Nullable String unitOf(@Nullable String group) {
        if (group == null) {
            return null;
        }
        return group.startsWith(UNIT) || group.startsWith(HEAD) ? group.substring(group.indexOf('-') + 1) : null;
    }

    private static List<String> of(Set<Role> roles, @Nullable String unit) {
        List<String> groups = new ArrayList<>();
        roles.forEach(role -> groups.add(role.code()));
        if (!roles.isEmpty()) {
            groups.add(STAFF);
        }
        if (roles.contains(Role.ADMIN)) {
            groups.add(ENGINE_ADMIN);
        }
        if (unit != null && (roles.contains(Role.HANDLER) || roles.contains(Role.HEAD))) {
            groups.add(ofUnit(unit));
        }
        if (unit != null && roles.contains(Role.HEAD)) {
            groups.add(ofHead(unit));
        }
        return groups;
    }
}
