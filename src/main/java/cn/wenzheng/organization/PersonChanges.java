package cn.wenzheng.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Writes a checked change of a person, with all that follows from it: the journal's line, and what he may no longer work
 * on goes back to his unit. By hand or from a table, it is the same.
 */
@Component
class PersonChanges {

    private final PersonRows rows;
    private final PeopleAtWork atWork;
    private final Absences absences;
    private final Journal journal;
    private final ClaimedTasks tasks;
    private final Clock clock;

    PersonChanges(
            PersonRows rows, PeopleAtWork atWork, Absences absences, Journal journal, ClaimedTasks tasks, Clock clock) {
        this.rows = rows;
        this.atWork = atWork;
        this.absences = absences;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** @return the password the new person begins with, told this once */
    String insert(Person person, Actor actor) {
        String password = TemporaryPasswords.next();
        rows.insert(person, TemporaryPasswords.hash(password), true);
        journal.done(actor, "person-added", null, Map.of(), facts(person));
        return password;
    }

    void update(Person before, Person after, Actor actor) {
        if (before.equals(after)) {
            return;
        }
        rows.update(after);
        Map<String, Object> now = facts(after);
        List<String> changed = changedContacts(before, after);
        if (!changed.isEmpty()) {
            now.put("changed", changed);
        }
        journal.done(actor, "person-changed", null, facts(before), now);
        if (!before.unit().equals(after.unit()) || !after.roles().containsAll(before.roles())) {
            leave(after, actor);
        }
    }

    void disable(Person before, Person after, Actor actor) {
        rows.disable(after.id(), clock.instant());
        journal.done(actor, "person-disabled", null, facts(before), Map.of("person", after.id()));
        leave(after, actor);
    }

    void enable(Person after, Actor actor) {
        rows.disable(after.id(), null);
        journal.done(actor, "person-enabled", null, Map.of("person", after.id()), facts(after));
    }

    /** @return the new password, told this once; the old one is worth nothing from now on */
    String resetPassword(String id, Actor actor) {
        String password = TemporaryPasswords.next();
        rows.setPassword(id, TemporaryPasswords.hash(password));
        journal.done(actor, "password-reset", null, Map.of(), Map.of("person", id));
        return password;
    }

    private void leave(Person after, Actor actor) {
        absences.endFor(after, actor);
        tasks.giveBack(atWork.one(after.id(), clock.instant()).orElse(after), actor);
    }

    /** Which contacts are others now; what they are is nothing for the journal. */
    private static List<String> changedContacts(Person before, Person after) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!Objects.equals(before.email(), after.email())) {
            changed.add("email");
        }
        return changed;
    }

    private static Map<String, Object> facts(Person person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("person", person.id());
        facts.put("unit", person.unit());
        facts.put("roles", person.roles().stream().sorted().map(Role::code).toList());
        return facts;
    }
}
