package cn.wenzheng.audit;

import cn.wenzheng.organization.Actor;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a line of the journal is about: the person who acted and those something was done to, and the units it names.
 *
 * <p>They stand in a table beside the journal, so that everything about one person is found without reading two million
 * lines.
 */
record Subjects(Set<String> people, Set<String> units) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private static final Set<String> PERSON = Set.of("person", "holder", "deputy");

    private static final Set<String> UNIT = Set.of("unit", "lead", "assisting", "from");

    static Subjects of(Actor actor, Map<String, ?> before, Map<String, ?> after) {
        Set<String> people = named(PERSON, before, after);
        people.add(actor.id());
        return new Subjects(people, named(UNIT, before, after));
    }

    private static Set<String> named(Set<String> keys, Map<String, ?> before, Map<String, ?> after) {
        Set<String> named = new LinkedHashSet<>();
        Stream.of(before, after)
                .forEach(facts -> facts.forEach((key, value) -> {
                    if (keys.contains(key)) {
                        add(value, named);
                    }
                }));
        return named;
    }

    private static void add(Object value, Set<String> named) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> add(one, named));
        } else if (CODE.matcher(value.toString()).matches()) {
            named.add(value.toString());
        }
    }
}
