package cn.wenzheng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The product's own view of a calendar's rows. */
record RowsAsCalendar(PlainCalendar rows) implements WorkingTime {

    @Override
    public ZoneId zone() {
        return rows.zone();
    }

    @Override
    public boolean isPlanned(int year) {
        return true;
    }

    @Override
    public List<Span> workOn(LocalDate day) {
        return rows.on(day).stream()
                .map(period -> new Span(at(day, period.from()), at(day, period.to()), true))
                .toList();
    }

    private Instant at(LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(zone()).toInstant();
    }
}
