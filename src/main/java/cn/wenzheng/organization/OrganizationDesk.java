package cn.wenzheng.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of room {@code organization}: units, people, topics.
 *
 * <p>What it answers may be up to five seconds old, so that a page does not ask the database for the same unit a
 * hundred times; a person who leaves is out within that time on every node.
 */
@Component
public class OrganizationDesk {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final UnitRows unitRows;
    private final TopicRows topicRows;
    private final DutyRows dutyRows;
    private final PersonRows personRows;
    private final PeopleAtWork atWork;
    private final Clock clock;
    private final Cache<String, Directory> directory =
            Caffeine.newBuilder().expireAfterWrite(AGE).build();
    private final Cache<String, Optional<KeptPerson>> people =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AGE).build();
    private final Cache<String, Optional<String>> hashes =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AGE).build();

    OrganizationDesk(
            UnitRows unitRows,
            TopicRows topicRows,
            DutyRows dutyRows,
            PersonRows personRows,
            PeopleAtWork atWork,
            Clock clock) {
        this.unitRows = unitRows;
        this.topicRows = topicRows;
        this.dutyRows = dutyRows;
        this.personRows = personRows;
        this.atWork = atWork;
        this.clock = clock;
    }

    /** The city as it is, and the names of what it was before. */
    private record Directory(
            Map<String, Unit> units,
            Map<String, Category> categories,
            Map<String, Unit> allUnits,
            Map<String, Category> allCategories,
            List<KeptDuty> duties) {}

    private Directory directory() {
        return directory.get(ALL, key -> read());
    }

    private Directory read() {
        Map<String, KeptUnit> units = unitRows.all();
        TopicRows.Tree tree = topicRows.tree();
        Map<String, KeptTopic> topics = tree.topics();
        return new Directory(
                byCode(KeptUnit.open(units), Unit::code),
                byCode(KeptTopic.offered(topics, LocalDate.now(clock)), Category::code),
                byCode(units.values().stream().map(KeptUnit::unit).toList(), Unit::code),
                byCode(KeptTopic.all(topics), Category::code),
                List.copyOf(tree.duties()));
    }

    /** The open units; a closed one is in no list and gets no work. */
    public Collection<Unit> units() {
        return directory().units().values();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(directory().units().get(code));
    }

    /** The unit's name, which stays when it is closed; its code when there never was such a unit. */
    public String unitName(@Nullable String code) {
        Unit unit = code == null ? null : directory().allUnits().get(code);
        return unit == null ? code == null ? "" : code : unit.name();
    }

    /** The root of the tree, which accepts, assigns and reviews. */
    public Unit centre() {
        return units().stream()
                .filter(Unit::isCentre)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the city has no centre"));
    }

    /** The codes of the unit and of all units below it. */
    public List<String> branchOf(String code) {
        return units().stream()
                .map(Unit::code)
                .filter(candidate -> isWithin(candidate, code))
                .toList();
    }

    private boolean isWithin(String code, String above) {
        for (Unit unit = directory().units().get(code); unit != null; unit = parentOf(unit)) {
            if (unit.code().equals(above)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Unit parentOf(Unit unit) {
        return unit.parent() == null ? null : directory().units().get(unit.parent());
    }

    /** The topics a petition can be about today. */
    public Collection<Category> categories() {
        return directory().categories().values();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(directory().categories().get(code));
    }

    /** The city's day at an instant. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /** The rows of the duty directory; the same list until it is read anew. */
    public List<KeptDuty> duties() {
        return directory().duties();
    }

    /** The topic's name with the names above it, for example 城乡建设 / 市政设施 / 路灯; closed ones keep theirs. */
    public String categoryPath(@Nullable String code) {
        Category category = code == null ? null : directory().allCategories().get(code);
        if (category == null) {
            return "";
        }
        String above = categoryPath(category.parent());
        return above.isEmpty() ? category.name() : above + " / " + category.name();
    }

    /** The topic's code and the codes of all topics below it; empty for null. */
    public List<String> categoriesWithin(@Nullable String code) {
        return categories().stream()
                .filter(category -> isBelow(category, code))
                .map(Category::code)
                .toList();
    }

    private boolean isBelow(@Nullable Category category, @Nullable String above) {
        while (category != null) {
            if (category.code().equals(above)) {
                return true;
            }
            category =
                    category.parent() == null ? null : directory().categories().get(category.parent());
        }
        return false;
    }

    /**
     * The person with the roles he has now, those of a colleague he stands in for among them. Somebody who has left keeps
     * his name and has no role.
     */
    public Optional<Person> person(String id) {
        return present(id).map(KeptPerson::person);
    }

    private Optional<KeptPerson> present(String id) {
        return people.get(id, account -> atWork.withRegister(account, clock.instant()));
    }

    /** True while the person's password is one that somebody else has set. */
    public boolean passwordIsNew(String id) {
        return present(id).filter(KeptPerson::passwordIsNew).isPresent();
    }

    /** The people who work for the unit now. */
    public List<Person> peopleOf(String unit) {
        return atWork.of(unit, clock.instant());
    }

    /** The people who work for the city now. */
    public List<Person> people() {
        return atWork.all(clock.instant());
    }

    /** The hash of the person's password; empty when there is no such account. */
    public Optional<String> passwordHash(String id) {
        return hashes.get(id, personRows::passwordHash);
    }

    /** True while somebody can administer the product. */
    public boolean hasAdministrator() {
        return personRows.hasAdministrator();
    }

    /** Takes a whole city in, replacing nothing: only an empty organization can be filled. */
    @Transactional
    public void moveIn(List<Unit> units, List<Category> categories, Map<Person, String> peopleWithPasswordHash) {
        units.forEach(unitRows::insert);
        categories.forEach(topicRows::insert);
        peopleWithPasswordHash.forEach((person, hash) -> personRows.insert(person, hash, false));
        forget();
    }

    /** Takes in the duty directory of a city that is moving in with topics that name no unit. */
    @Transactional
    public void moveIn(List<KeptDuty> duties) {
        Instant now = clock.instant();
        duties.forEach(duty -> dutyRows.insert(duty, null, now));
        forget();
    }

    /** Reads everything anew the next time it is asked for. */
    void forget() {
        // by its key: waits for a reading that is under way, which would be kept otherwise
        directory.invalidate(ALL);
        people.invalidateAll();
        hashes.invalidateAll();
    }

    static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(code.apply(item), item));
        return map;
    }
}
