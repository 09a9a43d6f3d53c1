package cn.wenzheng.organization;

import java.util.Set;

/**
 * Somebody who works for the city.
 *
 * @param id the account name, unique over the city
 * @param unit the code of the unit the person works for
 */
public record Person(String id, String name, String unit, Set<Role> roles) {

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
