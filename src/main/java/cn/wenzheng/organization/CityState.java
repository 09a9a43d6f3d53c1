package cn.wenzheng.organization;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole city at one moment, as rules that look at many rows need it. */
record CityState(Map<String, KeptUnit> units, Map<String, KeptPerson> people, Map<String, KeptTopic> topics) {

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
}
