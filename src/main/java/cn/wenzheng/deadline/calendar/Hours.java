package cn.wenzheng.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The office hours of some days of the week.
 *
 * @param season null for the whole year
 * @param periods in order, none touching the next one's inside
 */
public record Hours(Validity validity, @Nullable Season season, Set<DayOfWeek> weekdays, List<Period> periods) {

    public Hours {
        weekdays = Set.copyOf(weekdays);
        periods = List.copyOf(periods);
    }

    /** True on every day whose week these hours belong to, whether or not that weekday is worked. */
    boolean holdOn(LocalDate day) {
        return validity.contains(day) && (season == null || season.contains(day));
    }

    /** In short, for the journal. */
    @Override
    public String toString() {
        String days = new TreeSet<>(weekdays)
                .stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
        return validity + (season == null ? "" : " " + season) + " " + days + " " + periods;
    }
}
