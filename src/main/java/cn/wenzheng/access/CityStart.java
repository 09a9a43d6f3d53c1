package cn.wenzheng.access;

import static cn.wenzheng.access.StartBlocks.listOf;

import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an administrator looks after: the city's people, and the gaps where work would wait for nobody. */
@Component
class CityStart implements StartBlocks {

    private static final String PEOPLE = "people";
    private static final String HEADLESS = "headless-units";
    private static final String UNOWNED = "unowned-topics";

    private final OrganizationDesk organization;

    CityStart(OrganizationDesk organization) {
        this.organization = organization;
    }

    @Override
    public List<Offer> of(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            return List.of();
        }
        return List.of(
                new Offer("city", 30, 1, window -> city()),
                list(
                        PEOPLE,
                        () -> organization.people().stream()
                                .filter(Person::active)
                                .map(CityStart::item)),
                list(HEADLESS, () -> headless(organization.people()).map(CityStart::item)),
                list(UNOWNED, () -> unowned().map(this::item)));
    }

    private StartBlock city() {
        List<Person> people = organization.people();
        List<Item> gaps = Stream.of(count(HEADLESS, headless(people)), count(UNOWNED, unowned()))
                .toList();
        List<Item> items = Stream.concat(
                        Stream.of(count(PEOPLE, people.stream().filter(Person::active))), gaps.stream())
                .toList();
        Item first = gaps.stream()
                .filter(gap -> !Objects.equals(gap.count(), 0L))
                .findFirst()
                .orElse(null);
        return new StartBlock(items, null, List.of(), first);
    }

    private static Item count(String key, Stream<?> things) {
        return Item.count(Phrase.of("page.start." + key), listOf(key), things.count());
    }

    /** The units where a slip would reach nobody. */
    private Stream<Unit> headless(List<Person> people) {
        Set<String> headed = people.stream()
                .filter(person -> person.active() && person.has(Role.HEAD))
                .map(Person::unit)
                .collect(Collectors.toSet());
        return organization.units().stream().filter(unit -> !headed.contains(unit.code()));
    }

    /** The topics that name no unit, or one that is gone. */
    private Stream<Category> unowned() {
        return organization.categories().stream()
                .filter(Category::leaf)
                .filter(topic ->
                        topic.unit() == null || organization.unit(topic.unit()).isEmpty());
    }

    private static Offer list(String key, Supplier<Stream<Item>> items) {
        return Offer.list(key, window -> page(key, items.get().toList(), window));
    }

    private static StartBlock page(String key, List<Item> all, Window window) {
        List<Item> shown =
                all.stream().skip(window.offset()).limit(window.size()).toList();
        return StartBlock.news(shown, new Total(all.size(), listOf(key)));
    }

    private static Item item(Person person) {
        return Item.due(
                Phrase.verbatim(person.name()),
                "/admin/people/" + person.id(),
                null,
                Stream.concat(
                                Stream.of(Phrase.verbatim(person.id())),
                                person.roles().stream().map(Phrase::word))
                        .toArray(Phrase[]::new));
    }

    private static Item item(Unit unit) {
        return Item.due(
                Phrase.verbatim(unit.name()), "/admin/units/" + unit.code(), null, Phrase.verbatim(unit.code()));
    }

    private Item item(Category topic) {
        return Item.due(
                Phrase.verbatim(organization.categoryPath(topic.code())),
                "/admin/topics/" + topic.code(),
                null,
                Phrase.verbatim(topic.code()));
    }
}
