package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change of the calendars as a form or a program writes it: exactly one of its parts is there. */
public record EditAsked(
        @Nullable LayerAsked layer,
        @Nullable HoursAsked hours,
        @Nullable DayAsked day,
        @Nullable UnitAsked unit) {

    /** The change that is meant; what cannot be one is refused. */
    public CalendarEdit edit() {
        List<Object> asked = Stream.<@Nullable Object>of(layer, hours, day, unit)
                .filter(Objects::nonNull)
                .<Object>map(Objects::requireNonNull)
                .toList();
        if (asked.size() != 1) {
            throw Refusal.invalid("layer", "calendar-one-edit");
        }
        if (layer != null) {
            return layer.edit();
        }
        if (hours != null) {
            return hours.edit();
        }
        return day != null ? day.edit() : Objects.requireNonNull(unit).edit();
    }

    private static String code(@Nullable String calendar) {
        return Limits.required("calendar", calendar, 20);
    }

    /** A layer as it shall be; absent, {@code inheritsDays} is true. */
    record LayerAsked(
            @Nullable String code,
            @Nullable LayerKind kind,
            @Nullable String zh,
            @Nullable String en,
            @Nullable String parent,
            @Nullable Boolean inheritsDays) {

        CalendarEdit edit() {
            return new CalendarEdit.SetLayer(new Layer(
                    Limits.required("code", code, 20),
                    Limits.required("kind", kind),
                    Limits.required("zh", zh, DayRules.NAME),
                    Limits.required("en", en, DayRules.NAME),
                    Limits.optional("parent", parent, 20),
                    !Boolean.FALSE.equals(inheritsDays)));
        }
    }

    /** All the hours that a layer shall have; none, when it shall follow the layer above. */
    record HoursAsked(@Nullable String calendar, @Nullable List<@Nullable HoursRow> rows) {

        CalendarEdit edit() {
            List<@Nullable HoursRow> all = rows == null ? List.of() : rows;
            return new CalendarEdit.SetHours(
                    code(calendar),
                    all.stream()
                            .map(row -> Limits.required("rows", row).hours())
                            .toList());
        }
    }

    /** A single day; without {@code kind} the layer says nothing about it. */
    record DayAsked(
            @Nullable String calendar,
            @Nullable LocalDate date,
            @Nullable DayKind kind,
            @Nullable String name,
            @Nullable String notice,
            @Nullable LocalDate noticeDate,
            @Nullable Boolean compulsory) {

        CalendarEdit edit() {
            LocalDate on = Limits.required("date", date);
            SpecialDay day = kind == null
                    ? null
                    : new SpecialDay(
                            on,
                            kind,
                            Limits.required("name", name, DayRules.NAME),
                            Limits.optional("notice", notice, DayRules.NOTICE),
                            noticeDate,
                            Boolean.TRUE.equals(compulsory));
            return new CalendarEdit.SetDay(code(calendar), on, day);
        }
    }

    /** All the times in which a unit shall have a calendar of its own. */
    record UnitAsked(@Nullable String unit, @Nullable List<@Nullable Given> calendars) {

        CalendarEdit edit() {
            List<@Nullable Given> all = calendars == null ? List.of() : calendars;
            return new CalendarEdit.GiveUnit(
                    Limits.required("unit", unit, 20),
                    all.stream()
                            .map(given -> Limits.required("calendars", given).given())
                            .toList());
        }
    }

    /** @param to the last day; null for as long as nothing else is said */
    record Given(
            @Nullable String calendar,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        UnitCalendar given() {
            return new UnitCalendar(code(calendar), new Validity(Limits.required("from", from), to));
        }
    }
}
