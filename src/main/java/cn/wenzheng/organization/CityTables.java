package cn.wenzheng.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the city, or the part of it that a table of one kind is checked against. */
@Component
class CityTables {

    private final UnitRows units;
    private final PersonRows people;
    private final TopicRows topics;
    private final List<DutyLevels> levels;
    private final Clock clock;

    CityTables(UnitRows units, PersonRows people, TopicRows topics, List<DutyLevels> levels, Clock clock) {
        this.units = units;
        this.people = people;
        this.topics = topics;
        this.levels = levels;
        this.clock = clock;
    }

    CityState stateFor(CityKind kind) {
        if (kind == CityKind.DUTIES) {
            return withDuties();
        }
        return new CityState(
                units.all(),
                kind == CityKind.PEOPLE ? people.all() : Map.of(),
                kind == CityKind.TOPICS ? topics.all() : Map.of());
    }

    private CityState withDuties() {
        TopicRows.Tree tree = topics.tree();
        Set<String> codes =
                levels.stream().flatMap(some -> some.codes().stream()).collect(Collectors.toSet());
        return new CityState(units.all(), Map.of(), tree.topics(), tree.duties(), codes, LocalDate.now(clock));
    }
}
