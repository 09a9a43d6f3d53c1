package cn.wenzheng.deadline;

import cn.wenzheng.petition.MinuteOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a petition's life and says whose each stretch was (责任时间); source: the domain reference, unit responsibility
 * time.
 *
 * <p>A unit has it from its dispatch on, not from its signature. A return is agreed to when the centre then names another
 * unit: the unit has held those minutes, but they are not charged. It was not agreed to when the same unit is named again,
 * or when the ruling at last names the unit that had returned it.
 */
final class Responsibility {

    /** What changes hands. */
    enum Turn {
        /** To a lead unit: dispatched, re-dispatched or sent back to it. */
        DISPATCHED,
        /** To a lead unit, by a ruling of the supervision office. */
        RULED,
        /** Back to the centre, because the unit says that it is not its own. */
        RETURNED,
        /** Back to the centre, with an answer or because the centre has taken its dispatch back. */
        ANSWERED,
        /** The unit's time stands still: the petitioner has to say something. */
        WAITING,
        /** The unit's time stands still for another reason. */
        HALTED,
        /** Whoever had it before has it again. */
        RESUMED
    }

    /**
     * One step of a petition's life.
     *
     * @param unit the unit it is about; a step of an assisting unit changes nothing here
     */
    record Step(Instant at, Turn turn, @Nullable String unit) {}

    /** A stretch of time that is one owner's; never empty. */
    record Stretch(MinuteOwner owner, @Nullable String unit, Instant from, Instant to, boolean charged) {

        Stretch charged(boolean counts) {
            return new Stretch(owner, unit, from, to, counts);
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private Instant since;
    private @Nullable String holder;
    private @Nullable MinuteOwner instead;

    /** Where the holder's last turn begins among the stretches. */
    private int turnBegins;

    /** The unit that has returned it and waits for the centre's word. */
    private @Nullable String returnedBy;

    private Responsibility(Instant received) {
        this.since = received;
    }

    /**
     * The stretches from the arrival to the end, without gap and overlap.
     *
     * @param steps in the order in which they happened
     */
    static List<Stretch> of(Instant received, List<Step> steps, Instant end) {
        Responsibility walk = new Responsibility(received);
        for (Step step : steps) {
            if (step.at().isBefore(end)) {
                walk.take(step);
            }
        }
        walk.cut(end);
        return List.copyOf(walk.stretches);
    }

    private void take(Step step) {
        boolean byHolder = step.unit() != null && step.unit().equals(holder);
        switch (step.turn()) {
            case DISPATCHED, RULED -> goesTo(String.valueOf(step.unit()), step);
            case RETURNED, ANSWERED -> {
                if (byHolder) {
                    comesBack(step);
                }
            }
            case WAITING -> standsStill(MinuteOwner.PETITIONER, step);
            case HALTED -> standsStill(MinuteOwner.CENTRE, step);
            case RESUMED -> standsStill(null, step);
        }
    }

    private void goesTo(String unit, Step step) {
        cut(step.at());
        decideReturn(unit);
        holder = unit;
        if (step.turn() == Turn.RULED) {
            stretches.replaceAll(stretch -> unit.equals(stretch.unit()) ? stretch.charged(true) : stretch);
        }
        turnBegins = stretches.size();
    }

    /** Only the turn that the return ended is in question: before it, the unit had taken the petition on. */
    private void decideReturn(String next) {
        if (returnedBy != null && !returnedBy.equals(next)) {
            String agreed = returnedBy;
            stretches
                    .subList(turnBegins, stretches.size())
                    .replaceAll(stretch -> agreed.equals(stretch.unit()) ? stretch.charged(false) : stretch);
        }
        returnedBy = null;
    }

    private void comesBack(Step step) {
        cut(step.at());
        returnedBy = step.turn() == Turn.RETURNED ? holder : null;
        holder = null;
        instead = null;
    }

    private void standsStill(@Nullable MinuteOwner forNow, Step step) {
        cut(step.at());
        instead = forNow;
    }

    private void cut(Instant at) {
        if (since.isBefore(at)) {
            stretches.add(stretch(at));
            since = at;
        }
    }

    private Stretch stretch(Instant to) {
        if (instead != null) {
            return new Stretch(instead, null, since, to, true);
        }
        MinuteOwner owner = holder == null ? MinuteOwner.CENTRE : MinuteOwner.UNIT;
        return new Stretch(owner, holder, since, to, true);
    }
}
