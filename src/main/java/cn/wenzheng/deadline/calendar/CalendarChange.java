package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes an edit of a book, or says why it cannot be.
 *
 * @param at when the edit is made
 * @param by the account of whoever makes it
 */
record CalendarChange(Instant at, String by) {

    /** The book after the edit; the one given stays as it is. */
    CalendarBook of(CalendarBook book, CalendarEdit edit) {
        CalendarBook changed = changed(book, edit);
        WorkRemains.check(changed);
        CompulsoryDays.check(changed);
        return changed;
    }

    private CalendarBook changed(CalendarBook book, CalendarEdit edit) {
        if (edit instanceof CalendarEdit.SetLayer set) {
            return layer(book, set.layer());
        }
        if (edit instanceof CalendarEdit.SetHours set) {
            HoursRules.check(set.hours());
            return book.with(book.sheet(set.calendar()).with(set.hours()));
        }
        if (edit instanceof CalendarEdit.SetDay set) {
            return day(book, set);
        }
        if (edit instanceof CalendarEdit.LoadPlan load) {
            return plan(book, load);
        }
        return given(book, (CalendarEdit.GiveUnit) edit);
    }

    private static CalendarBook layer(CalendarBook book, Layer layer) {
        LayerRules.check(book, layer);
        return book.with(book.sheets().stream()
                .filter(sheet -> sheet.layer().code().equals(layer.code()))
                .findFirst()
                .map(sheet -> sheet.with(layer))
                .orElseGet(() -> new CalendarSheet(layer)));
    }

    private static CalendarBook day(CalendarBook book, CalendarEdit.SetDay set) {
        CalendarSheet sheet = book.sheet(set.calendar());
        DayRules.range("date", set.date());
        if (set.day() == null) {
            return book.with(sheet.without(set.date()));
        }
        DayRules.check(sheet.layer(), set.day());
        return book.with(sheet.with(set.day()));
    }

    private CalendarBook plan(CalendarBook book, CalendarEdit.LoadPlan load) {
        CalendarSheet sheet = book.sheet(load.calendar());
        PlanRules.check(sheet, load);
        TreeMap<LocalDate, SpecialDay> days = new TreeMap<>(sheet.days());
        load.days().forEach(day -> days.put(day.date(), day));
        YearPlan plan = new YearPlan(load.year(), load.papers(), at, by);
        return book.with(new CalendarSheet(sheet.layer(), sheet.hours(), days, sheet.plans()).with(plan));
    }

    private static CalendarBook given(CalendarBook book, CalendarEdit.GiveUnit give) {
        if (!book.tree().has(give.unit())) {
            throw Refusal.invalid("unit", "unit-unknown", give.unit());
        }
        List<UnitCalendar> calendars = give.calendars();
        for (UnitCalendar given : calendars) {
            book.chain(given.calendar());
            DayRules.validity(given.validity());
            if (calendars.stream()
                    .anyMatch(other -> other != given && other.validity().overlaps(given.validity()))) {
                throw Refusal.invalid("calendars", "unit-calendar-overlaps");
            }
        }
        return book.with(give.unit(), calendars);
    }
}
