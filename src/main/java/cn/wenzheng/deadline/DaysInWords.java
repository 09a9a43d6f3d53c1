package cn.wenzheng.deadline;

import cn.wenzheng.deadline.CountedDays.Days;
import cn.wenzheng.deadline.CountedDays.Worked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which days counted and which did not and why, in plain sentences. */
final class DaysInWords {

    /** More stretches of rest than this are counted together. */
    private static final int NAMED = 6;

    private final DeadlineWords words;

    DaysInWords(DeadlineWords words) {
        this.words = words;
    }

    /** The working time that counted, and the days that did not. */
    List<String> counted(CountedDays counted) {
        List<String> sentences = new ArrayList<>();
        if (!counted.worked().isEmpty()) {
            sentences.add(words.say("counted", listed(counted.worked().stream().map(this::worked))));
        }
        sentences.addAll(notCounted(counted));
        return sentences;
    }

    /** The days that did not count, and those of a weekend that did. */
    List<String> notCounted(CountedDays counted) {
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
