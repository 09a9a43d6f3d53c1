package cn.wenzheng.organization;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People from a table; whether somebody has left is not its business. */
final class PersonIntake implements Intake<Person> {

    private final CityState city;
    private final String changer;

    PersonIntake(CityState city, String changer) {
        this.city = city;
        this.changer = changer;
    }

    @Override
    public Person read(RowReader row) {
        String id = row.read("id", PersonRules::account, "");
        Person before = before(id);
        return new Person(
                id,
                row.read("name", cell -> Limits.required("name", cell, PersonRules.LONGEST_NAME), ""),
                row.read("unit", cell -> Limits.required("unit", cell, UnitRules.LONGEST_CODE), ""),
                row.read("roles", (@Nullable String cell) -> PersonRules.roles(cell), Set.of()),
                row.has("email") || before == null ? row.readOptional("email", PersonRules::email) : before.email(),
                before == null || before.active());
    }

    @Override
    public @Nullable Person before(String key) {
        KeptPerson kept = city.people().get(key);
        return kept == null ? null : kept.person();
    }

    @Override
    public String key(Person person) {
        return person.id();
    }

    @Override
    public Map<String, String> facts(Person person) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", person.name());
        facts.put("unit", person.unit());
        facts.put("roles", person.roles().stream().sorted().map(Role::code).collect(Collectors.joining("|")));
        facts.put("email", Intake.told(person.email()));
        return facts;
    }

    @Override
    public List<RowProblem> problems(Collection<Wanted<Person>> wanted, Set<String> unreadable) {
        return new PersonRules(city.people(), wanted, city.openUnits()).problems(changer);
    }

    @Override
    public @Nullable String put(@Nullable Person before, Person after, Registers registers, Actor actor) {
        if (before == null) {
            return registers.people.insert(after, actor);
        }
        registers.people.update(before, after, actor);
        return null;
    }
}
