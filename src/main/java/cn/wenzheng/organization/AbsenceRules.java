package cn.wenzheng.organization;

import java.time.Instant;
import java.util.List;

/** Who can stand in for whom: a colleague of the same unit who is there himself. */
final class AbsenceRules {

    private AbsenceRules() {}

    /** @param known the open absences in which either of the two has a part */
    static void check(Person person, Person deputy, Instant from, Instant to, Instant now, List<Absence> known) {
        if (!to.isAfter(from)) {
            throw Refusal.invalid("to", "absence-backwards");
        }
        if (!to.isAfter(now)) {
            throw Refusal.invalid("to", "absence-over");
        }
        checkPeople(person, deputy);
        for (Absence other : known) {
            if (other.overlaps(from, to)) {
                checkOther(person, deputy, other);
            }
        }
    }

    private static void checkPeople(Person person, Person deputy) {
        if (!person.active()) {
            throw Refusal.conflict("person-disabled");
        }
        if (person.id().equals(deputy.id())) {
            throw Refusal.invalid("deputy", "deputy-self");
        }
        if (!deputy.active()) {
            throw Refusal.invalid("deputy", "deputy-disabled");
        }
        if (!person.unit().equals(deputy.unit())) {
            throw Refusal.invalid("deputy", "deputy-of-other-unit");
        }
        if (person.standsAlone() || deputy.standsAlone()) {
            throw Refusal.invalid("deputy", "deputy-stands-alone");
        }
    }

    private static void checkOther(Person person, Person deputy, Absence other) {
        if (other.person().equals(person.id())) {
            throw Refusal.conflict("absence-overlaps");
        }
        if (other.person().equals(deputy.id())) {
            throw Refusal.invalid("deputy", "deputy-absent");
        }
        if (other.deputy().equals(person.id())) {
            throw Refusal.conflict("absence-of-deputy");
        }
    }
}
