package cn.wenzheng.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The time of a calendar in which a clock runs: without its pauses, there is neither work nor rest in them. */
record Interrupted(WorkingTime calendar, Pauses pauses) implements WorkingTime {

    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public boolean isPlanned(int year) {
        return calendar.isPlanned(year);
    }

    @Override
    public List<Span> workOn(LocalDate day) {
        return pauses.running(calendar.workOn(day));
    }

    @Override
    public List<Span> wholeDay(LocalDate day) {
        return pauses.running(calendar.wholeDay(day));
    }
}
