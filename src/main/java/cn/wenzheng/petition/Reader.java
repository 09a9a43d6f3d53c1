package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import java.util.List;
import java.util.Set;

/**
 * How far somebody may read petitions; source: the domain reference, who sees what.
 *
 * @param all true when every petition may be read; otherwise only those with a part of {@code units}
 * @param original true for the citizen's own words, false for the redacted copy
 * @param contact how much of the contact is shown
 * @param units the caller's unit and the units below it
 */
record Reader(boolean all, boolean original, Contact contact, List<String> units) {

    enum Contact {
        /** Not even that there is one. */
        NONE,
        /** Masked, and nothing at all when the petitioner wants to be hidden. */
        MASKED_UNLESS_HIDDEN,
        /** Masked; single fields are revealed with a reason unless the petitioner wants to be hidden. */
        REVEALABLE_UNLESS_HIDDEN,
        /** Masked; single fields are revealed with a reason. */
        REVEALABLE
    }

    private static final Set<Role> REVEALING = Set.of(Role.OPERATOR, Role.REVIEWER, Role.SUPERVISOR, Role.AUDITOR);

    static Reader of(Actor actor, OrganizationDesk organization) {
        if (actor.roles().stream().anyMatch(REVEALING::contains)) {
            return new Reader(true, true, Contact.REVEALABLE, List.of());
        }
        if (actor.has(Role.DISPATCHER)) {
            return new Reader(true, true, Contact.REVEALABLE_UNLESS_HIDDEN, List.of());
        }
        if (actor.hasAny(Role.ASSESSOR, Role.PUBLICITY)) {
            return new Reader(true, false, Contact.NONE, List.of());
        }
        String unit = actor.unit();
        if (unit != null && actor.worksFor(unit)) {
            boolean centre = unit.equals(organization.centre().code());
            return new Reader(
                    centre, false, Contact.MASKED_UNLESS_HIDDEN, centre ? List.of() : organization.branchOf(unit));
        }
        return new Reader(false, false, Contact.NONE, List.of());
    }

    /** True when the masked contact may be shown. */
    boolean seesContact(boolean hideIdentity) {
        return contact == Contact.REVEALABLE
                || contact != Contact.NONE && !hideIdentity
                || contact == Contact.REVEALABLE_UNLESS_HIDDEN;
    }

    /** True when one field may be revealed with a reason. */
    boolean reveals(boolean hideIdentity) {
        return contact == Contact.REVEALABLE || contact == Contact.REVEALABLE_UNLESS_HIDDEN && !hideIdentity;
    }
}
