package cn.wenzheng.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of people: administrators keep it, auditors read it.
 *
 * <p>Nobody is ever taken out of it: what a person has done keeps his name. Who leaves is disabled, and with that his
 * rights, his tasks and his absences end.
 */
@Component
public class PeopleRegister {

    private final PersonRows rows;
    private final PeopleSearch search;
    private final UnitRows units;
    private final PersonChanges persons;
    private final CityChanges changes;
    private final Journal journal;

    PeopleRegister(
            PersonRows rows,
            PeopleSearch search,
            UnitRows units,
            PersonChanges persons,
            CityChanges changes,
            Journal journal) {
        this.rows = rows;
        this.search = search;
        this.units = units;
        this.persons = persons;
        this.changes = changes;
        this.journal = journal;
    }

    /** One page of the people asked for, by account. */
    public List<KeptPerson> find(PeopleFilter filter, int offset, int size, Actor actor) {
        CityChanges.requireReader(actor);
        return search.page(filter, offset, size);
    }

    public long count(PeopleFilter filter, Actor actor) {
        CityChanges.requireReader(actor);
        return search.count(filter);
    }

    /** The person with his address; who looks is noted. */
    @Transactional
    public KeptPerson view(String id, Actor actor) {
        CityChanges.requireReader(actor);
        KeptPerson kept = one(id);
        journal.done(actor, "person-viewed", null, Map.of(), Map.of("person", id));
        return kept;
    }

    /** The names of several people at once, by account. */
    public Map<String, String> names(Collection<String> accounts, Actor actor) {
        CityChanges.requireReader(actor);
        return accounts.isEmpty() ? Map.of() : search.names(accounts);
    }

    /** @return the password the new person begins with, told this once */
    public String add(
            @Nullable String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable Collection<Role> roles,
            @Nullable String email,
            Actor actor) {
        return changes.byAdmin(actor, () -> {
            Person person = read(PersonRules.account(id), name, unit, roles, email, true);
            Map<String, KeptPerson> all = rows.all();
            if (all.containsKey(person.id())) {
                throw Refusal.invalid("id", "account-taken", person.id());
            }
            check(all, person, actor);
            return persons.insert(person, actor);
        });
    }

    public void change(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable Collection<Role> roles,
            @Nullable String email,
            Actor actor) {
        changes.byAdmin(actor, () -> {
            Person before = one(id).person();
            Person after = read(id, name, unit, roles, email, before.active());
            check(rows.all(), after, actor);
            persons.update(before, after, actor);
            return after;
        });
    }

    /**
     * Gives the person the roles that another directory of the city has for him; the rules hold for it as for everybody.
     *
     * @param actor the system, which keeps the two alike
     */
    public void takeRoles(String id, Collection<Role> roles, Actor actor) {
        if (one(id).person().roles().equals(Set.copyOf(roles))) {
            return;
        }
        changes.oneByOne(() -> {
            Person before = one(id).person();
            Person after = before.withRoles(PersonRules.roles(roles));
            check(rows.all(), after, actor);
            persons.update(before, after, actor);
            return after;
        });
    }

    public void disable(String id, Actor actor) {
        changes.byAdmin(actor, () -> {
            Person before = one(id).person();
            if (!before.active()) {
                throw Refusal.conflict("person-disabled");
            }
            if (id.equals(actor.id())) {
                throw Refusal.conflict("own-account");
            }
            Person after = new Person(id, before.name(), before.unit(), before.roles(), before.email(), false);
            check(rows.all(), after, actor);
            persons.disable(before, after, actor);
            return after;
        });
    }

    public void enable(String id, Actor actor) {
        changes.byAdmin(actor, () -> {
            Person before = one(id).person();
            if (before.active()) {
                throw Refusal.conflict("person-enabled");
            }
            Person after = new Person(id, before.name(), before.unit(), before.roles(), before.email(), true);
            check(rows.all(), after, actor);
            persons.enable(after, actor);
            return after;
        });
    }

    /** @return the new password, told this once; the old one is worth nothing from now on */
    public String resetPassword(String id, Actor actor) {
        return changes.byAdmin(actor, () -> {
            one(id);
            return persons.resetPassword(id, actor);
        });
    }

    private KeptPerson one(String id) {
        return rows.kept(id).orElseThrow(Refusal::notFound);
    }

    private static Person read(
            String id,
            @Nullable String name,
            @Nullable String unit,
            @Nullable Collection<Role> roles,
            @Nullable String email,
            boolean active) {
        return new Person(
                id,
                Limits.required("name", name, PersonRules.LONGEST_NAME),
                Limits.required("unit", unit, UnitRules.LONGEST_CODE),
                PersonRules.roles(roles),
                PersonRules.email(email),
                active);
    }

    private void check(Map<String, KeptPerson> all, Person person, Actor actor) {
        Set<String> open = new CityState(units.all(), Map.of(), Map.of()).openUnits();
        new PersonRules(all, List.of(new Wanted<>(0, person)), open)
                .problems(actor.id()).stream().findFirst().ifPresent(problem -> {
                    throw problem.reason();
                });
    }
}
