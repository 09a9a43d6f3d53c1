package cn.wenzheng.notice;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * To whom a notice is addressed. One row serves all who belong to it at the moment of reading, so a deputy or a newcomer
 * sees what is open and nobody has to be written to twice.
 *
 * @param key how it stands in the table
 */
record Audience(String key) {

    private static final String UNIT = "unit-";
    private static final String HEAD = "head-";
    private static final String ROLE = "role-";

    /** The unit's people: its handlers and its head. */
    static Audience unit(String code) {
        return new Audience(UNIT + code);
    }

    /** Who answers for the unit. */
    static Audience head(String code) {
        return new Audience(HEAD + code);
    }

    /** Everybody at the centre with this role. */
    static Audience role(Role role) {
        return new Audience(ROLE + role.code());
    }

    /** All audiences the person belongs to. */
    static List<Audience> of(Actor actor) {
        List<Audience> audiences = new ArrayList<>();
        actor.roles().forEach(role -> audiences.add(role(role)));
        String unit = actor.unit();
        if (unit != null && actor.worksFor(unit)) {
            audiences.add(unit(unit));
        }
        if (unit != null && actor.has(Role.HEAD)) {
            audiences.add(head(unit));
        }
        return audiences;
    }
}
