package cn.wenzheng.deadline;

import cn.wenzheng.deadline.CountedDays.Days;
import cn.wenzheng.deadline.CountedDays.Worked;
import cn.wenzheng.organization.ClosedList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain sentences how a limit came about, in the language of the request. */
@Component
class DeadlineExplanation {

    /** More stretches of rest than this are counted together. */
    private static final int NAMED = 6;

    private final DeadlineWords words;

    DeadlineExplanation(MessageSource messages, Clock clock) {
        this.words = new DeadlineWords(messages, clock.getZone());
    }

    /** How the promise of a petition that arrives comes about. */
    List<String> promise(Instant at, Promise promise, WorkingTime work) {
        List<String> sentences = new ArrayList<>();
        String minutes = String.valueOf(promise.minutes());
        sentences.add(
                words.say("arrival", words.moment(at), minutes, String.valueOf(promise.minutes() * Promise.REST)));
        Instant due = promise.end(at, work);
        sentences.addAll(burns(at, promise, work));
        sentences.addAll(days(CountedDays.between(at, due, work)));
        sentences.add(words.say("promise", words.moment(due)));
        return sentences;
    }

    /** One limit: how much time from when on and until when, which time counted, which days did not and why. */
    List<String> limit(ClosedList stage, Instant from, Budget budget, Instant due, WorkingTime work) {
        List<String> sentences = new ArrayList<>();
        sentences.add(stage(stage, from, budget, due));
        if (budget instanceof Promise promise) {
            sentences.addAll(burns(from, promise, work));
        }
        if (budget instanceof Promise) {
            sentences.addAll(days(CountedDays.between(from, due, work)));
        } else {
            sentences.addAll(stretch(countsFrom(from, budget, work), due, budget, work));
        }
        return sentences;
    }

    /** One clock: as for a limit, and when it stood still; time in which it stood still counts for nothing. */
    List<String> limit(ClosedList stage, ClockState clock, Instant due, WorkingTime work) {
        if (clock.pauses().all().isEmpty()) {
            return limit(stage, clock.startedAt(), clock.whole(), due, work);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(stage(stage, clock.startedAt(), clock.whole(), due));
        Instant counts = countsFrom(clock.startedAt(), clock.whole(), work);
        Instant from = counts;
        for (Pauses.Pause pause : clock.pauses().all()) {
            sentences.addAll(stretch(from, pause.from(), clock.whole(), work));
            sentences.add(words.say("paused", words.moment(pause.from()), words.moment(pause.until())));
            from = later(counts, pause.until());
        }
        sentences.addAll(stretch(from, due, clock.whole(), work));
        return sentences;
    }

    private List<String> stretch(Instant from, Instant to, Budget budget, WorkingTime work) {
        if (!budget.followsCalendar() || !from.isBefore(to)) {
            return List.of();
        }
        CountedDays counted = CountedDays.between(from, to, work);
        List<String> sentences = new ArrayList<>();
        if (!counted.worked().isEmpty()) {
            sentences.add(words.say("counted", listed(counted.worked().stream().map(this::worked))));
        }
        sentences.addAll(days(counted));
        return sentences;
    }

    /** The stage's limit in one sentence. */
    String stage(ClosedList stage, Instant from, Budget budget, Instant due) {
        return words.say("stage", words.word(stage), words.granted(budget), words.moment(from), words.moment(due));
    }

    /** How much time a budget grants. */
    String granted(Budget budget) {
        return words.granted(budget);
    }

    String unit(String name) {
        return words.say("unit", name);
    }

    String level(ServiceLevel level) {
        return words.say("level", words.word(level));
    }

    /** That a limit may move, because it runs through a year whose holidays are not announced yet. */
    String provisional() {
        return words.say("provisional");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant countsFrom(Instant from, Budget budget, WorkingTime work) {
        return budget instanceof DaysAfter ? DaysAfter.nextDay(from, work) : from;
    }

    private List<String> burns(Instant from, Promise promise, WorkingTime work) {
        return promise.burns(from, work).stream()
                .map(burn -> words.burn(burn, promise))
                .toList();
    }

    private List<String> days(CountedDays counted) {
        List<String> sentences = new ArrayList<>();
        if (!counted.rested().isEmpty()) {
            sentences.add(words.say("rested", rested(counted.rested())));
        }
        if (!counted.madeUp().isEmpty()) {
            sentences.add(words.say("made-up", listed(counted.madeUp().stream().map(this::days))));
        }
        return sentences;
    }

    private String rested(List<Days> rested) {
        if (rested.size() <= NAMED) {
            return listed(rested.stream().map(this::days));
        }
        long weekends = rested.stream()
                .filter(days -> days.reason().equals(DayReason.WEEKEND))
                .mapToLong(Days::count)
                .sum();
        Stream<String> named = rested.stream()
                .filter(days -> !days.reason().equals(DayReason.WEEKEND))
                .map(this::days);
        return listed(Stream.concat(named, Stream.of(words.say("weekends", String.valueOf(weekends)))));
    }

    private String worked(Worked part) {
        if (!part.spans().isEmpty()) {
            String hours = part.spans().stream()
                    .map(span -> words.say("hours-of-day", words.hour(span.from()), words.hour(span.to())))
                    .collect(Collectors.joining(words.say("and")));
            return words.say("part-of-day", words.date(part.first()), hours);
        }
        return part.days() == 1
                ? words.say("whole-day", words.date(part.first()))
                : words.say("whole-days", range(part.first(), part.last()), String.valueOf(part.days()));
    }

    private String days(Days days) {
        DayReason reason = days.reason();
        String key = "why." + reason.kind().name().toLowerCase(Locale.ROOT)
                + (reason.notice().isEmpty() ? "" : ".notice");
        return words.say("days", range(days.first(), days.last()), words.say(key, reason.name(), reason.notice()));
    }

    private String range(LocalDate first, LocalDate last) {
        return first.equals(last) ? words.date(first) : words.say("range", words.date(first), words.date(last));
    }

    private String listed(Stream<String> parts) {
        return parts.collect(Collectors.joining(words.say("next")));
    }
}
