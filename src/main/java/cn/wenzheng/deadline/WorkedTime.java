package cn.wenzheng.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working time of one calendar as a number that only grows, so that the length of a stretch is a difference of two.
 *
 * <p>It remembers the days it has counted: made for one question and thrown away, because calendars change.
 */
final class WorkedTime {

    private final WorkingTime work;
    private final LocalDate origin;

    /** The working seconds before each day from the origin on. */
    private final List<Long> before = new ArrayList<>(List.of(0L));

    /**
     * Counts from the beginning of a day.
     *
     * @param earliest no earlier instant will be asked about
     */
    WorkedTime(WorkingTime work, Instant earliest) {
        this.work = work;
        this.origin = work.dayOf(earliest);
    }

    /** The working minutes between two instants, cut where a third one begins to count, so that neighbours add up. */
    long minutes(Instant begin, Instant from, Instant to) {
        long start = seconds(begin);
        return (seconds(to) - start) / 60 - (seconds(from) - start) / 60;
    }

    private long seconds(Instant at) {
        LocalDate day = work.dayOf(at);
        int index = Math.toIntExact(ChronoUnit.DAYS.between(origin, day));
        while (before.size() <= index) {
            before.add(before.get(before.size() - 1) + worked(origin.plusDays(before.size() - 1L), null));
        }
        return before.get(index) + worked(day, at);
    }

    /** The working seconds of a day, up to an instant when one is given. */
    private long worked(LocalDate day, @Nullable Instant until) {
        long seconds = 0;
        for (Span span : work.workOn(day)) {
            Instant to = until != null && until.isBefore(span.to()) ? until : span.to();
            if (to.isAfter(span.from())) {
                seconds += Duration.between(span.from(), to).toSeconds();
            }
        }
        return seconds;
    }
}
