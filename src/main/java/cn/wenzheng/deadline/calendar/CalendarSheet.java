package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one layer itself says. */
record CalendarSheet(
        Layer layer, List<Hours> hours, SortedMap<LocalDate, SpecialDay> days, SortedMap<Integer, YearPlan> plans) {

    CalendarSheet(Layer layer) {
        this(layer, List.of(), new TreeMap<>(), new TreeMap<>());
    }

    CalendarSheet with(Layer changed) {
        return new CalendarSheet(changed, hours, days, plans);
    }

    CalendarSheet with(List<Hours> changed) {
        return new CalendarSheet(layer, changed, days, plans);
    }

    CalendarSheet with(SpecialDay day) {
        TreeMap<LocalDate, SpecialDay> changed = new TreeMap<>(days);
        changed.put(day.date(), day);
        return new CalendarSheet(layer, hours, changed, plans);
    }

    CalendarSheet without(LocalDate day) {
        TreeMap<LocalDate, SpecialDay> changed = new TreeMap<>(days);
        changed.remove(day);
        return new CalendarSheet(layer, hours, changed, plans);
    }

    CalendarSheet with(YearPlan plan) {
        TreeMap<Integer, YearPlan> changed = new TreeMap<>(plans);
        changed.put(plan.year(), plan);
        return new CalendarSheet(layer, hours, days, changed);
    }
}
