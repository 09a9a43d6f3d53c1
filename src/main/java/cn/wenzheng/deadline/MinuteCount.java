package cn.wenzheng.deadline;

import cn.wenzheng.deadline.Responsibility.Stretch;
import cn.wenzheng.deadline.ResponsibilityRows.Life;
import cn.wenzheng.petition.PetitionMinutes.Beside;
import cn.wenzheng.petition.PetitionMinutes.Share;
import cn.wenzheng.petition.PetitionMinutes.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts stretches in whole minutes, each owner's by its own calendar.
 *
 * <p>A minute is cut where the petition's own minutes begin, counted from its arrival: so the parts add up to the age,
 * whatever the seconds of the steps are. Made for one question and thrown away.
 */
final class MinuteCount {

    private final Calendars calendars;
    private final String centre;
    private final Instant earliest;
    private final Instant now;
    private final Map<WorkingTime, WorkedTime> worked = new HashMap<>();
    private final Map<String, WorkedTime> ofUnits = new HashMap<>();

    /**
     * Counts until now.
     *
     * @param centre the centre's code; the petitioner's waiting is counted by the centre's hours, too
     * @param earliest no petition was received before
     */
    MinuteCount(Calendars calendars, String centre, Instant earliest, Instant now) {
        this.calendars = calendars;
        this.centre = centre;
        this.earliest = earliest;
        this.now = now;
    }

    Shares shares(Life life) {
        Instant end = endOf(life);
        return new Shares(minutes(life.received(), life.received(), end), parts(life, end), beside(life, end));
    }

    /** The parts alone. */
    List<Share> parts(Life life) {
        return parts(life, endOf(life));
    }

    private Instant endOf(Life life) {
        return life.over() == null ? now : life.over();
    }

    private List<Share> parts(Life life, Instant end) {
        List<Share> parts = new ArrayList<>();
        for (Stretch stretch : Responsibility.of(life.received(), life.steps(), end)) {
            add(parts, part(stretch, life.received()));
        }
        return parts;
    }

    private Share part(Stretch stretch, Instant received) {
        return new Share(
                stretch.owner(),
                stretch.unit(),
                minutes(received, stretch.from(), stretch.to()),
                work(stretch.unit()).minutes(received, stretch.from(), stretch.to()),
                stretch.charged());
    }

    private static void add(List<Share> parts, Share more) {
        for (int i = 0; i < parts.size(); i++) {
            Share part = parts.get(i);
            if (part.owner() == more.owner()
                    && Objects.equals(part.unit(), more.unit())
                    && part.charged() == more.charged()) {
                parts.set(i, sum(part, more));
                return;
            }
        }
        parts.add(more);
    }

    private static Share sum(Share one, Share other) {
        return new Share(
                one.owner(),
                one.unit(),
                one.minutes() + other.minutes(),
                one.workingMinutes() + other.workingMinutes(),
                one.charged());
    }

    private List<Beside> beside(Life life, Instant end) {
        return life.beside().stream()
                .map(part -> {
                    Instant until = part.until() == null ? end : part.until();
                    return new Beside(
                            part.unit(),
                            minutes(part.from(), part.from(), until),
                            work(part.unit()).minutes(part.from(), part.from(), until));
                })
                .toList();
    }

    private static long minutes(Instant begin, Instant from, Instant to) {
        return Duration.between(begin, to).toMinutes()
                - Duration.between(begin, from).toMinutes();
    }

    private WorkedTime work(@Nullable String unit) {
        return ofUnits.computeIfAbsent(
                unit == null ? centre : unit,
                code -> worked.computeIfAbsent(calendars.of(code), work -> new WorkedTime(work, earliest)));
    }
}
