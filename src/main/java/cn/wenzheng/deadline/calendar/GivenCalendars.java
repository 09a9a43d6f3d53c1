package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which units have calendars of their own, and those below them with them.
 *
 * @param units by their codes, each with all its times
 */
record GivenCalendars(UnitTree tree, Map<String, List<UnitCalendar>> units) {

    /** The unit and those above it, as far as they have calendars of their own, the nearest first. */
    List<String> above(String unit) {
        List<String> path = new ArrayList<>();
        for (String at = units.isEmpty() ? null : unit; at != null; at = tree.above(at)) {
            if (units.containsKey(at)) {
                path.add(at);
            }
        }
        return path;
    }

    /** The calendar that the nearest of these units works by on a day; empty when none has one then. */
    Optional<String> on(List<String> path, LocalDate date) {
        return path.stream()
                .flatMap(unit -> units.getOrDefault(unit, List.of()).stream())
                .filter(given -> given.validity().contains(date))
                .findFirst()
                .map(UnitCalendar::calendar);
    }

    /** The units that work by a calendar at some time. */
    SortedMap<String, List<UnitCalendar>> by(String calendar) {
        SortedMap<String, List<UnitCalendar>> by = new TreeMap<>(units);
        by.values()
                .removeIf(
                        given -> given.stream().noneMatch(one -> one.calendar().equals(calendar)));
        return by;
    }

    /** Others, after one unit was given other times; none takes its calendar away. */
    Map<String, List<UnitCalendar>> with(String unit, List<UnitCalendar> given) {
        Map<String, List<UnitCalendar>> others = new HashMap<>(units);
        others.put(unit, given);
        others.values().removeIf(List::isEmpty);
        return others;
    }
}
