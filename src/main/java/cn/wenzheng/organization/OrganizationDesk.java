package cn.wenzheng.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final OrganizationRows rows;
    private final Cache<String, Directory> directory =
            Caffeine.newBuilder().expireAfterWrite(AGE).build();
    private final Cache<String, Optional<Person>> people =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AGE).build();

    OrganizationDesk(OrganizationRows rows) {
        this.rows = rows;
    }

    private record Directory(Map<String, Unit> units, Map<String, Category> categories) {}

    private Directory directory() {
        return directory.get("all", key -> new Directory(rows.units(), rows.categories()));
    }

    public Collection<Unit> units() {
        return directory().units().values();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(directory().units().get(code));
    }

    /** The unit's name, or its code when the unit is gone. */
    public String unitName(@Nullable String code) {
        return code == null ? "" : unit(code).map(Unit::name).orElse(code);
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

    public Collection<Category> categories() {
        return directory().categories().values();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(directory().categories().get(code));
    }

    /** The topic's name with the names above it, for example 城乡建设 / 市政设施 / 路灯. */
    public String categoryPath(@Nullable String code) {
        Category category = code == null ? null : directory().categories().get(code);
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

    public Optional<Person> person(String id) {
        return people.get(id, rows::person);
    }

    public List<Person> peopleOf(String unit) {
        return rows.peopleOf(unit);
    }

    public List<Person> people() {
        return rows.people();
    }

    /** The hash of the person's password; empty when there is no such account. */
    public Optional<String> passwordHash(String id) {
        return rows.passwordHash(id);
    }

    /** True while somebody can administer the product. */
    public boolean hasAdministrator() {
        return rows.hasAdministrator();
    }

    /** Takes a whole city in, replacing nothing: only an empty organization can be filled. */
    @Transactional
    public void moveIn(List<Unit> units, List<Category> categories, Map<Person, String> peopleWithPasswordHash) {
        units.forEach(rows::insert);
        categories.forEach(rows::insert);
        peopleWithPasswordHash.forEach(rows::insert);
        directory.invalidateAll();
        people.invalidateAll();
    }

    static <T> Map<String, T> byCode(List<T> items, java.util.function.Function<T, String> code) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(code.apply(item), item));
        return map;
    }
}
