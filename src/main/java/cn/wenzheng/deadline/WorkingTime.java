package cn.wenzheng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** When the city works; all other time is rest time. After every day there is another day of work. */
public interface WorkingTime {

    /** Where the days are counted. */
    ZoneId zone();

    /** The working time of a day, in order, inside the day; none on a day of rest. */
    List<Span> workOn(LocalDate day);

    /** True when the year's holidays and make-up workdays are announced; others are projected by the plain week. */
    boolean isPlanned(int year);

    /** The day that an instant belongs to. */
    default LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** True when a stretch of time touches a year whose holidays are not announced yet. */
    default boolean isProvisional(Instant from, Instant to) {
        return IntStream.rangeClosed(dayOf(from).getYear(), dayOf(to).getYear()).anyMatch(year -> !isPlanned(year));
    }

    /** The whole day from midnight to midnight, working and rest time in turn. */
    default List<Span> wholeDay(LocalDate day) {
        List<Span> spans = new ArrayList<>();
        Instant at = day.atStartOfDay(zone()).toInstant();
        for (Span work : workOn(day)) {
            addRest(spans, at, work.from());
            spans.add(work);
            at = work.to();
        }
        addRest(spans, at, day.plusDays(1).atStartOfDay(zone()).toInstant());
        return spans;
    }

    private static void addRest(List<Span> spans, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to, false));
        }
    }
}
