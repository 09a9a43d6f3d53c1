package cn.wenzheng.deadline.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the journal keeps of an edit: what stood there and what stands there now. */
record CalendarFacts(String action, Map<String, ?> before, Map<String, ?> after) {

    static CalendarFacts of(CalendarEdit edit, CalendarBook before, CalendarBook after) {
        return new CalendarFacts(action(edit), facts(edit, before), facts(edit, after));
    }

    private static String action(CalendarEdit edit) {
        if (edit instanceof CalendarEdit.SetLayer) {
            return "calendar-layer-set";
        }
        if (edit instanceof CalendarEdit.SetHours) {
            return "calendar-hours-set";
        }
        if (edit instanceof CalendarEdit.SetDay) {
            return "calendar-day-set";
        }
        return edit instanceof CalendarEdit.LoadPlan ? "calendar-plan-loaded" : "calendar-unit-given";
    }

    private static Map<String, ?> facts(CalendarEdit edit, CalendarBook book) {
        if (edit instanceof CalendarEdit.SetLayer set) {
            return layer(book, set.layer().code());
        }
        if (edit instanceof CalendarEdit.SetHours set) {
            return hours(book, set.calendar());
        }
        if (edit instanceof CalendarEdit.SetDay set) {
            return day(set, book.sheet(set.calendar()));
        }
        if (edit instanceof CalendarEdit.LoadPlan load) {
            return plan(load, book.sheet(load.calendar()));
        }
        String unit = ((CalendarEdit.GiveUnit) edit).unit();
        return Map.of("unit", unit, "calendars", strings(book.units().getOrDefault(unit, List.of())));
    }

    private static Map<String, ?> layer(CalendarBook book, String code) {
        return book.sheets().stream()
                .map(CalendarSheet::layer)
                .filter(layer -> layer.code().equals(code))
                .findFirst()
                .<Map<String, ?>>map(layer -> facts(layer))
                .orElseGet(Map::of);
    }

    private static Map<String, ?> facts(Layer layer) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("calendar", layer.code());
        facts.put("kind", layer.kind().code());
        facts.put("zh", layer.zh());
        facts.put("en", layer.en());
        facts.put("parent", layer.parent());
        facts.put("inheritsDays", layer.inheritsDays());
        return facts;
    }

    private static Map<String, ?> hours(CalendarBook book, String code) {
        return Map.of("calendar", code, "hours", strings(book.sheet(code).hours()));
    }

    private static Map<String, ?> day(CalendarEdit.SetDay set, CalendarSheet sheet) {
        SpecialDay day = sheet.days().get(set.date());
        String date = set.date().toString();
        return day == null
                ? Map.of("calendar", set.calendar(), "date", date)
                : Map.of("calendar", set.calendar(), "date", date, "day", day.toString());
    }

    /** The days of a plan that stood there before it are named one by one: they are replaced. */
    private static Map<String, ?> plan(CalendarEdit.LoadPlan load, CalendarSheet sheet) {
        List<SpecialDay> days = load.days().stream()
                .map(day -> sheet.days().get(day.date()))
                .filter(Objects::nonNull)
                .toList();
        return sheet.plans().containsKey(load.year())
                ? Map.of("calendar", load.calendar(), "year", load.year(), "days", days.size())
                : Map.of("calendar", load.calendar(), "days", strings(days));
    }

    private static List<String> strings(List<?> items) {
        return items.stream().map(Object::toString).toList();
    }
}
