package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves clocks: the one place at which a due date changes. The line in the ledger, the row, the timers and the task are
 * changed together, in the caller's transaction; the database refuses a due date without its line.
 */
@Component
class ClockMoves {

    private final ClockRows rows;
    private final ClockEntries entries;
    private final Calendars calendars;
    private final LadderPoints points;
    private final ObjectProvider<ClockHands> hands;
    private final ApplicationEventPublisher events;

    ClockMoves(
            ClockRows rows,
            ClockEntries entries,
            Calendars calendars,
            LadderPoints points,
            ObjectProvider<ClockHands> hands,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.entries = entries;
        this.calendars = calendars;
        this.points = points;
        this.hands = hands;
        this.events = events;
    }

    /** Moves the few clocks of a step; each gets its line, even when the due date stays. */
    List<Limit> move(List<KeptClock> clocks, ClockMove kind, Move move, UnaryOperator<ClockState> change) {
        long version = calendars.version();
        List<KeptClock> moved = clocks.stream()
                .map(clock -> moved(clock, move.at(), change, calendars))
                .toList();
        List<Limit> limits = moved.stream().map(KeptClock::limit).toList();
        write(clocks, moved, kind, move, version, hand -> hand.moved(limits));
        pairs(clocks, moved).stream()
                .filter(limit -> limit.undoesBreach(move.at()))
                .map(limit -> limit.undoneAt(move.at()))
                .forEach(events::publishEvent);
        return limits;
    }

    /**
     * Counts thousands of clocks by the calendars as they are now; those that do not move get no line.
     *
     * @return the limits that have moved
     */
    List<MovedLimit> countAnew(List<KeptClock> clocks, ClockMove kind, Move move) {
        long version = calendars.version();
        List<KeptClock> before = new ArrayList<>();
        List<KeptClock> after = new ArrayList<>();
        for (KeptClock clock : clocks) {
            KeptClock moved = moved(clock, move.at(), UnaryOperator.identity(), calendars);
            if (!moved.limit().equals(clock.limit())) {
                before.add(clock);
                after.add(moved);
            }
        }
        List<Limit> running = after.stream()
                .map(KeptClock::limit)
                .filter(limit -> limit.endedAt() == null)
                .toList();
        write(before, after, kind, move, version, hand -> hand.movedInBulk(running));
        return pairs(before, after);
    }

    /** What other calendars would make of clocks at an instant; nothing is changed. */
    List<MovedLimit> look(List<KeptClock> clocks, Instant at, Calendars others) {
        List<KeptClock> after = clocks.stream()
                .map(clock -> moved(clock, at, UnaryOperator.identity(), others))
                .toList();
        return otherEnds(clocks, after);
    }

    private static List<MovedLimit> otherEnds(List<KeptClock> before, List<KeptClock> after) {
        return pairs(before, after).stream()
                .filter(limit -> limit.isLater() || limit.isEarlier())
                .toList();
    }

    private static List<MovedLimit> pairs(List<KeptClock> before, List<KeptClock> after) {
        return IntStream.range(0, before.size())
                .mapToObj(
                        n -> new MovedLimit(before.get(n).limit(), after.get(n).limit()))
                .toList();
    }

    private KeptClock moved(KeptClock clock, Instant at, UnaryOperator<ClockState> change, Calendars by) {
        ClockState next = change.apply(clock.state()).movedAt(at, clock.limit().dueAt());
        return clock.in(next, by.of(clock.limit().unit()), points);
    }

    private void write(
            List<KeptClock> before,
            List<KeptClock> after,
            ClockMove kind,
            Move move,
            long version,
            Consumer<ClockHands> show) {
        if (after.isEmpty()) {
            return;
        }
        entries.add(before, after, kind, move);
        rows.update(after, version);
        after.forEach(clock -> LimitsOfTransaction.ended(limit -> same(limit, clock.limit())));
        hands.ifAvailable(show);
        List<MovedLimit> moved = otherEnds(before, after);
        if (!moved.isEmpty()) {
            events.publishEvent(new LimitsMoved(moved, move.at()));
        }
    }

    private static boolean same(Limit one, Limit other) {
        return one.petition().equals(other.petition())
                && one.stage() == other.stage()
                && one.unit().equals(other.unit());
    }
}
