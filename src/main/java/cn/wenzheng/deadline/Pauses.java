package cn.wenzheng.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretches in which a clock stands still (中止计时), in order and apart; the last one may end in the future.
 *
 * <p>They begin and end with whole seconds. A pause has an end from the beginning, so the due date is known at once.
 */
record Pauses(List<Pause> all) {

    static final Pauses NONE = new Pauses(List.of());

    /**
     * One stretch.
     *
     * @param until its end, which belongs to it no more
     */
    record Pause(Instant from, Instant until) {}

    Pauses {
        all = List.copyOf(all);
    }

    /** One more pause, after those there were. */
    Pauses with(Instant from, Instant until) {
        Pause next = new Pause(Budget.wholeSecond(from), Budget.wholeSecond(until));
        if (!areOverBy(next.from())) {
            throw new IllegalArgumentException("a clock that stands still cannot be paused at " + from);
        }
        List<Pause> more = new ArrayList<>(all);
        more.add(next);
        return new Pauses(more);
    }

    /** What is left of them when the clock runs on from an instant; a pause that would only begin then is none. */
    Pauses cutAt(Instant at) {
        Instant second = Budget.wholeSecond(at);
        return new Pauses(all.stream()
                .filter(pause -> pause.from().isBefore(second))
                .map(pause -> pause.until().isAfter(second) ? new Pause(pause.from(), second) : pause)
                .toList());
    }

    /** True when nothing of them lies after an instant. */
    boolean areOverBy(Instant at) {
        return all.stream().noneMatch(pause -> pause.until().isAfter(at));
    }

    /** The parts of some spans of time in which the clock runs. */
    List<Span> running(List<Span> spans) {
        List<Span> running = new ArrayList<>(spans);
        for (Pause pause : all) {
            running = running.stream()
                    .flatMap(span -> List.of(before(span, pause.from()), span.after(pause.until())).stream())
                    .filter(span -> span.from().isBefore(span.to()))
                    .toList();
        }
        return running;
    }

    private static Span before(Span span, Instant instant) {
        Instant to = instant.isBefore(span.from()) ? span.from() : instant;
        return to.isBefore(span.to()) ? new Span(span.from(), to, span.working()) : span;
    }
}
