package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year's holidays and make-up workdays as the open collection of national notices writes them.
 *
 * @param papers the addresses of the notices
 */
public record PlanFile(
        @JsonProperty("$schema") @Nullable String schema,
        @JsonProperty("$id") @Nullable String id,
        @Nullable BigDecimal year,
        @Nullable List<@Nullable String> papers,
        @Nullable List<@Nullable Day> days) {

    private static final String BETWEEN = " ";

    record Day(
            @Nullable String name,
            @Nullable String date,
            @Nullable Boolean isOffDay) {

        SpecialDay of(String notice) {
            return new SpecialDay(
                    day(Limits.required("date", date)),
                    Limits.required("isOffDay", isOffDay) ? DayKind.OFF : DayKind.WORK,
                    Limits.required("name", name, DayRules.NAME),
                    notice,
                    null,
                    false);
        }

        private static LocalDate day(String written) {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException wrong) {
                throw Refusal.invalid("date", "plan-day-wrong", written);
            }
        }
    }

    /** The change that loads it into a calendar; what cannot be a plan is refused. */
    public CalendarEdit.LoadPlan edit(String calendar) {
        List<String> named = Limits.required("papers", papers).stream()
                .map(paper -> Limits.required("papers", paper, DayRules.NOTICE))
                .toList();
        if (named.isEmpty()) {
            throw Refusal.invalid("papers", "plan-without-papers");
        }
        String notice = Limits.required("papers", String.join(BETWEEN, named), DayRules.NOTICES);
        List<SpecialDay> special = Limits.required("days", days).stream()
                .map(day -> Limits.required("days", day).of(notice))
                .toList();
        return new CalendarEdit.LoadPlan(calendar, number(Limits.required("year", year)), named, special);
    }

    private static int number(BigDecimal year) {
        try {
            return year.intValueExact();
        } catch (ArithmeticException broken) {
            throw Refusal.invalid("year", "year-out-of-range");
        }
    }
}
