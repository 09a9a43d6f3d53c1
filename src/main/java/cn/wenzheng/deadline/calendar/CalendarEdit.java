package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of the calendars, made whole or not at all; each takes the place of what stood there. */
public sealed interface CalendarEdit {

    /** Adds a layer, or renames it, or puts it below another one. */
    record SetLayer(Layer layer) implements CalendarEdit {}

    /** All the hours of a layer; none, when it shall work by those of the layer above. */
    record SetHours(String calendar, List<Hours> hours) implements CalendarEdit {

        public SetHours {
            hours = List.copyOf(hours);
        }
    }

    /** @param day what the day shall be; null when this layer shall say nothing about it */
    record SetDay(String calendar, LocalDate date, @Nullable SpecialDay day) implements CalendarEdit {}

    /**
     * A year's plan with all its days; it goes before what the layer said about single ones of them.
     *
     * @param papers the notices it was written from
     */
    record LoadPlan(String calendar, int year, List<String> papers, List<SpecialDay> days) implements CalendarEdit {

        public LoadPlan {
            papers = List.copyOf(papers);
            days = List.copyOf(days);
        }
    }

    /** All the times in which a unit has a calendar of its own; none, when it shall follow the unit above. */
    record GiveUnit(String unit, List<UnitCalendar> calendars) implements CalendarEdit {

        public GiveUnit {
            calendars = List.copyOf(calendars);
        }
    }
}
