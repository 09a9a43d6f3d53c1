package cn.wenzheng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which days of a stretch of time were worked, which were not, and why; long stretches are drawn together, so that a
 * reader is told a whole half year in a few words.
 *
 * @param worked in order; the first and the last day are often worked in part only
 * @param rested days without work, neighbours with the same reason drawn together
 * @param madeUp worked days of a weekend, drawn together in the same way
 */
record CountedDays(List<Worked> worked, List<Days> rested, List<Days> madeUp) {

    /**
     * Working time that counted.
     *
     * @param spans what counted of a day that counted in part; empty for whole days
     * @param days how many days of work lie from the first to the last
     */
    record Worked(LocalDate first, LocalDate last, List<Span> spans, int days) {

        private Worked and(LocalDate day) {
            return new Worked(first, day, spans, days + 1);
        }
    }

    /** Days in a row of the same kind. */
    record Days(LocalDate first, LocalDate last, DayReason reason) {

        long count() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    static CountedDays between(Instant from, Instant due, WorkingTime work) {
        CountedDays counted = new CountedDays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        LocalDate last = work.dayOf(due);
        for (LocalDate day = work.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            counted.add(day, from, due, work);
        }
        return counted;
    }

    private void add(LocalDate day, Instant from, Instant due, WorkingTime work) {
        List<Span> whole = work.workOn(day);
        DayReason reason = work.why(day);
        if (whole.isEmpty()) {
            add(rested, day, reason);
            return;
        }
        List<Span> spans = within(whole, from, due);
        if (!spans.isEmpty()) {
            work(day, spans.equals(whole) ? List.of() : spans);
            if (reason.kind() == DayReason.Kind.MAKE_UP) {
                add(madeUp, day, reason);
            }
        }
    }

    private static List<Span> within(List<Span> spans, Instant from, Instant due) {
        return spans.stream()
                .map(span -> span.after(from))
                .map(span -> span.to().isAfter(due) ? new Span(span.from(), due, true) : span)
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    private void work(LocalDate day, List<Span> spans) {
        int end = worked.size() - 1;
        if (spans.isEmpty() && end >= 0 && worked.get(end).spans().isEmpty()) {
            worked.set(end, worked.get(end).and(day));
        } else {
            worked.add(new Worked(day, day, spans, 1));
        }
    }

    private static void add(List<Days> list, LocalDate day, DayReason reason) {
        int end = list.size() - 1;
        Days before = end < 0 ? null : list.get(end);
        if (before != null
                && before.last().plusDays(1).equals(day)
                && before.reason().equals(reason)) {
            list.set(end, new Days(before.first(), day, reason));
        } else {
            list.add(new Days(day, day, reason));
        }
    }
}
