package cn.wenzheng.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, with what rights and through which door.
 *
 * @param id a person's account name, or {@code citizen} or {@code system}
 * @param unit the person's unit; null for citizens and the system
 */
public record Actor(String id, String name, @Nullable String unit, Set<Role> roles, Door door) {

    /** A petitioner; who he is stays in the petition and nowhere else. */
    public static Actor citizen(Door door) {
        return new Actor("citizen", "诉求人", null, Set.of(), door);
    }

    /** The product itself: timers, imports going on after a restart, the demo city. */
    public static Actor system(Door door) {
        return new Actor("system", "系统", null, Set.of(), door);
    }

    public static Actor of(Person person, Door door) {
        return new Actor(person.id(), person.name(), person.unit(), person.roles(), door);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** True when the actor works for the unit. */
    public boolean worksFor(String unitCode) {
        return unitCode.equals(unit) && hasAny(Role.HANDLER, Role.HEAD);
    }
}
