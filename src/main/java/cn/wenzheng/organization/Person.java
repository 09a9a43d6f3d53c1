package cn.wenzheng.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the city.
 *
 * @param id the account name, unique over the city
 * @param unit the code of the unit the person works for
 * @param email where notices go to; null when there is no address
 * @param active false for a person who has left: he cannot log in, what he did keeps his name
 */
public record Person(
        String id,
        String name,
        String unit,
        Set<Role> roles,
        @Nullable String email,
        boolean active) {

    /** Somebody at work who gets no e-mail. */
    public Person(String id, String name, String unit, Set<Role> roles) {
        this(id, name, unit, roles, null, true);
    }

    /** True for a role that stands alone: who keeps the house or watches it does not work in it. */
    public boolean standsAlone() {
        return has(Role.ADMIN) || has(Role.AUDITOR);
    }

    Person withRoles(Set<Role> others) {
        return new Person(id, name, unit, others, email, active);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
