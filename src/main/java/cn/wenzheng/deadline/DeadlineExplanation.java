package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain sentences how a limit came about, in the language of the request. */
@Component
class DeadlineExplanation {

    private final DeadlineWords words;
    private final DaysInWords days;

    DeadlineExplanation(MessageSource messages, Clock clock) {
        this.words = new DeadlineWords(messages, clock.getZone());
        this.days = new DaysInWords(words);
    }

    /** How the promise of a petition that arrives comes about. */
    List<String> promise(Instant at, Promise promise, WorkingTime work) {
        List<String> sentences = new ArrayList<>();
        String minutes = String.valueOf(promise.minutes());
        sentences.add(
                words.say("arrival", words.moment(at), minutes, String.valueOf(promise.minutes() * Promise.REST)));
        Instant due = promise.end(at, work);
        sentences.addAll(burns(at, promise, work));
        sentences.addAll(days.notCounted(CountedDays.between(at, due, work)));
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
            sentences.addAll(days.notCounted(CountedDays.between(from, due, work)));
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
        return days.counted(CountedDays.between(from, to, work));
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
}
