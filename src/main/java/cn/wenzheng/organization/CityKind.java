package cn.wenzheng.organization;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of the city comes as a table. */
public enum CityKind implements ClosedList {
    UNITS("单位", "Units", List.of("code", "name", "level", "parent"), List.of()),
    PEOPLE("人员", "People", List.of("id", "name", "unit", "roles"), List.of("email")),
    TOPICS("诉求内容目录", "Topics", List.of("code", "name", "parent"), List.of("keywords", "unit", "clause", "from", "to")),
    DUTIES(
            "职责目录",
            "Duties",
            List.of("category", "unit"),
            List.of("area", "assisting", "level", "clause", "from", "to"));

    private final Words words;
    private final List<String> required;
    private final List<String> optional;

    CityKind(String zh, String en, List<String> required, List<String> optional) {
        this.words = new Words(zh, en);
        this.required = required;
        this.optional = optional;
    }

    @Override
    public Words words() {
        return words;
    }

    /** The columns a table must have. */
    public List<String> required() {
        return required;
    }

    /** All columns a table may have, those it must have first; without an optional one, what it says stays as it is. */
    public List<String> columns() {
        return Stream.of(required, optional).flatMap(List::stream).toList();
    }

    /** What a city that moves in brings after this; null after the last. */
    public @Nullable CityKind next() {
        return this == DUTIES ? null : values()[ordinal() + 1];
    }

    /** The column that tells one row from another. */
    public String key() {
        return required.get(0);
    }
}
