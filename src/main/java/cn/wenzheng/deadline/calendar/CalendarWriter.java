package cn.wenzheng.deadline.calendar;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an edit into the tables of the calendars. */
@Component
class CalendarWriter {

    private final JdbcClient jdbc;

    CalendarWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the book after the edit */
    void write(CalendarEdit edit, CalendarBook after) {
        if (edit instanceof CalendarEdit.SetLayer set) {
            layer(set.layer());
        } else if (edit instanceof CalendarEdit.SetHours set) {
            jdbc.sql("DELETE FROM calendar_hours WHERE calendar = ?")
                    .param(set.calendar())
                    .update();
            set.hours().forEach(hours -> hours(set.calendar(), hours));
        } else if (edit instanceof CalendarEdit.SetDay set) {
            day(set);
        } else if (edit instanceof CalendarEdit.LoadPlan load) {
            plan(
                    load.calendar(),
                    Objects.requireNonNull(after.sheet(load.calendar()).plans().get(load.year())));
            load.days().forEach(day -> day(load.calendar(), day));
        } else if (edit instanceof CalendarEdit.GiveUnit give) {
            jdbc.sql("DELETE FROM calendar_of_unit WHERE unit = ?")
                    .param(give.unit())
                    .update();
            give.calendars().forEach(given -> given(give.unit(), given));
        }
    }

    private void layer(Layer layer) {
        jdbc.sql("""
                INSERT INTO calendar (code, kind, zh, en, parent, inherits_days) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET zh = excluded.zh, en = excluded.en, parent = excluded.parent,
                    inherits_days = excluded.inherits_days""")
                .params(layer.code(), layer.kind().name(), layer.zh(), layer.en(), layer.parent(), layer.inheritsDays())
                .update();
    }

    private void hours(String calendar, Hours hours) {
        Season season = hours.season();
        Integer[] minutes = hours.periods().stream()
                .flatMap(period -> List.of(period.from(), period.to()).stream())
                .toArray(Integer[]::new);
        Integer[] weekdays =
                hours.weekdays().stream().map(day -> day.getValue()).sorted().toArray(Integer[]::new);
        jdbc.sql("""
                INSERT INTO calendar_hours (calendar, valid_from, valid_to, season_from, season_to, weekdays, periods)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(calendar)
                .param(hours.validity().from())
                .param(hours.validity().to())
                .param(season == null ? null : season.from().toString().substring(2))
                .param(season == null ? null : season.to().toString().substring(2))
                .param(weekdays)
                .param(minutes)
                .update();
    }

    private void day(CalendarEdit.SetDay set) {
        if (set.day() != null) {
            day(set.calendar(), set.day());
        } else {
            jdbc.sql("DELETE FROM calendar_day WHERE calendar = ? AND day = ?")
                    .params(set.calendar(), set.date())
                    .update();
        }
    }

    private void day(String calendar, SpecialDay day) {
        jdbc.sql("""
                INSERT INTO calendar_day (calendar, day, kind, name, notice, notice_date, compulsory)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (calendar, day) DO UPDATE SET kind = excluded.kind, name = excluded.name,
                    notice = excluded.notice, notice_date = excluded.notice_date, compulsory = excluded.compulsory""")
                .params(
                        calendar,
                        day.date(),
                        day.kind().name(),
                        day.name(),
                        day.notice(),
                        day.noticeDate(),
                        day.compulsory())
                .update();
    }

    private void plan(String calendar, YearPlan plan) {
        jdbc.sql("INSERT INTO calendar_plan (calendar, year, papers, loaded_at, loaded_by) VALUES (?, ?, ?, ?, ?)")
                .param(calendar)
                .param(plan.year())
                .param(plan.papers().toArray(String[]::new))
                .param(plan.loadedAt() == null ? null : Timestamp.from(plan.loadedAt()))
                .param(plan.loadedBy())
                .update();
    }

    private void given(String unit, UnitCalendar given) {
        jdbc.sql("INSERT INTO calendar_of_unit (unit, calendar, valid_from, valid_to) VALUES (?, ?, ?, ?)")
                .params(
                        unit,
                        given.calendar(),
                        given.validity().from(),
                        given.validity().to())
                .update();
    }
}
