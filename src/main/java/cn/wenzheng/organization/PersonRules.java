package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the city's people, checked over all of them as they would be after a change: one head a unit, the keeper
 * and the watcher of the house apart from its work, never a house without a keeper.
 */
final class PersonRules {

    static final int LONGEST_ACCOUNT = 40;
    static final int LONGEST_NAME = 50;
    private static final int LONGEST_EMAIL = 250;
    private static final int LONGEST_ROLES = 500;

    /** Names the journal gives to those who are nobody's account. */
    private static final Set<String> RESERVED = Set.of("citizen", "system");

    private final Collection<Wanted<Person>> wanted;
    private final Set<String> units;
    private final Map<String, Person> before = new LinkedHashMap<>();
    private final Map<String, Person> target = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    /** @param units the codes of the open units */
    PersonRules(Map<String, KeptPerson> kept, Collection<Wanted<Person>> wanted, Set<String> units) {
        this.wanted = wanted;
        this.units = units;
        kept.values().forEach(person -> before.put(person.id(), person.person()));
        target.putAll(before);
        wanted.forEach(this::place);
    }

    private void place(Wanted<Person> row) {
        Integer first = lines.putIfAbsent(row.item().id(), row.line());
        if (first == null) {
            target.put(row.item().id(), row.item());
        } else {
            say(row, Refusal.invalid("id", "person-twice", row.item().id(), first));
        }
    }

    /** @param changer the account of whoever wants it so */
    List<RowProblem> problems(String changer) {
        Map<String, List<Person>> heads = target.values().stream()
                .filter(person -> person.active() && person.has(Role.HEAD))
                .collect(Collectors.groupingBy(Person::unit));
        wanted.forEach(row -> check(row, heads.getOrDefault(row.item().unit(), List.of())));
        wanted.stream()
                .filter(row -> row.item().id().equals(changer) && losesAdmin(row.item()))
                .forEach(row -> say(row, Refusal.conflict("own-admin")));
        if (admins(before) && !admins(target)) {
            wanted.stream()
                    .filter(row -> losesAdmin(row.item()))
                    .forEach(row -> say(row, Refusal.conflict("last-admin")));
        }
        return problems;
    }

    private boolean losesAdmin(Person person) {
        Person was = before.get(person.id());
        return was != null && isAdmin(was) && !isAdmin(person);
    }

    private static boolean admins(Map<String, Person> people) {
        return people.values().stream().anyMatch(PersonRules::isAdmin);
    }

    private static boolean isAdmin(Person person) {
        return person.active() && person.has(Role.ADMIN);
    }

    private void check(Wanted<Person> row, List<Person> heads) {
        Person person = row.item();
        if (person.active() && !units.contains(person.unit())) {
            say(row, Refusal.invalid("unit", "person-unit-unknown", person.unit()));
        }
        if (person.standsAlone() && person.roles().size() > 1) {
            say(row, Refusal.invalid("roles", "role-stands-alone"));
        }
        if (person.active() && person.has(Role.HEAD) && heads.size() > 1) {
            Person first = heads.stream()
                    .min(Comparator.comparingInt(head -> lines.getOrDefault(head.id(), -1)))
                    .orElse(person);
            if (!first.id().equals(person.id())) {
                say(row, Refusal.invalid("roles", "unit-two-heads", person.unit(), first.id()));
            }
        }
    }

    private void say(Wanted<Person> row, Refusal reason) {
        problems.add(new RowProblem(row.line(), reason));
    }

    static String account(@Nullable String written) {
        String account = Limits.required("id", written, LONGEST_ACCOUNT);
        if (!account.matches("[A-Za-z0-9][A-Za-z0-9-]*") || RESERVED.contains(account)) {
            throw Refusal.invalid("id", "account-malformed");
        }
        return account;
    }

    static @Nullable String email(@Nullable String written) {
        String email = Limits.optional("email", written, LONGEST_EMAIL);
        if (email != null && !email.matches("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]+\\.[^@\\s<>,;\"]+")) {
            throw Refusal.invalid("email", "email-malformed");
        }
        return email;
    }

    static Set<Role> roles(@Nullable Collection<Role> chosen) {
        if (chosen == null || chosen.isEmpty()) {
            throw Refusal.invalid("roles", "field-required", "roles");
        }
        return EnumSet.copyOf(chosen);
    }

    /** Roles as a file writes them: by code or by name, with a sign between them. */
    static Set<Role> roles(@Nullable String written) {
        Set<Role> roles = new TreeSet<>();
        for (String word : Limits.required("roles", written, LONGEST_ROLES).split("[|,;、，；\\s]+")) {
            if (!word.isEmpty()) {
                roles.add(role(word));
            }
        }
        return roles(roles);
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (List.of(role.code(), role.zh(), role.en()).contains(word)) {
                return role;
            }
        }
        throw Refusal.invalid("roles", "role-unknown", word);
    }
}
