package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of hours as a form or a program writes it.
 *
 * @param seasonFrom MM-DD
 * @param seasonTo MM-DD, the last day
 * @param weekdays 1 is Monday, 7 Sunday
 * @param periods each like 09:00-12:00; 24:00 may be an end
 */
record HoursRow(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String seasonFrom,
        @Nullable String seasonTo,
        @Nullable List<@Nullable Integer> weekdays,
        @Nullable List<@Nullable String> periods) {

    static HoursRow of(Hours hours) {
        Season season = hours.season();
        return new HoursRow(
                hours.validity().from(),
                hours.validity().to(),
                season == null ? null : season.from().toString().substring(2),
                season == null ? null : season.to().toString().substring(2),
                hours.weekdays().stream().map(DayOfWeek::getValue).sorted().toList(),
                hours.periods().stream().map(Period::toString).toList());
    }

    Hours hours() {
        List<@Nullable Integer> days = weekdays == null ? List.of() : weekdays;
        List<@Nullable String> worked = periods == null ? List.of() : periods;
        return new Hours(
                new Validity(Limits.required("from", from), to),
                Written.season(seasonFrom, seasonTo),
                days.stream().map(Written::weekday).collect(Collectors.toSet()),
                worked.stream().map(Written::period).toList());
    }
}
