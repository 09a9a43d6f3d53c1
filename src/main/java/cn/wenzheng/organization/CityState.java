package cn.wenzheng.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole city at one moment, as rules that look at many rows need it.
 *
 * @param levels the codes of the service levels
 */
record CityState(
        Map<String, KeptUnit> units,
        Map<String, KeptPerson> people,
        Map<String, KeptTopic> topics,
        List<KeptDuty> duties,
        Set<String> levels,
        LocalDate today) {

    /** A city whose duties nobody asks for. */
    CityState(Map<String, KeptUnit> units, Map<String, KeptPerson> people, Map<String, KeptTopic> topics) {
        this(units, people, topics, List.of(), Set.of(), LocalDate.EPOCH);
    }

    /** The units somebody can work for. */
    Set<String> openUnits() {
        return KeptUnit.open(units).stream().map(Unit::code).collect(Collectors.toSet());
    }

    /** The units that can be responsible: all open ones but the centre. */
    Set<String> answerableUnits() {
        return KeptUnit.open(units).stream()
                .filter(unit -> !unit.isCentre())
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    /** The topics with topics below them. */
    Set<String> parentTopics() {
        return topics.values().stream()
                .filter(KeptTopic::isOpen)
                .map(kept -> kept.topic().parent())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
