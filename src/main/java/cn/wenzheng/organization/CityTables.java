package cn.wenzheng.organization;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the city, or the part of it that a table of one kind is checked against. */
@Component
class CityTables {

    private final UnitRows units;
    private final PersonRows people;
    private final TopicRows topics;

    CityTables(UnitRows units, PersonRows people, TopicRows topics) {
        this.units = units;
        this.people = people;
        this.topics = topics;
    }

    CityState stateFor(CityKind kind) {
        return new CityState(
                units.all(),
                kind == CityKind.PEOPLE ? people.all() : Map.of(),
                kind == CityKind.TOPICS || kind == CityKind.DUTIES ? topics.all() : Map.of());
    }
}
