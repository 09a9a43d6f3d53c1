package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.Deadlines.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
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

    ClockMoves(
            ClockRows rows,
            ClockEntries entries,
            Calendars calendars,
            LadderPoints points,
            ObjectProvider<ClockHands> hands) {
        this.rows = rows;
        this.entries = entries;
        this.calendars = calendars;
        this.points = points;
        this.hands = hands;
    }

    /** Moves the few clocks of a step; each gets its line, even when the due date stays. */
    List<Limit> move(List<KeptClock> clocks, ClockMove kind, Move move, UnaryOperator<ClockState> change) {
        List<KeptClock> moved =
                clocks.stream().map(clock -> moved(clock, move, change)).toList();
        List<Limit> limits = moved.stream().map(KeptClock::limit).toList();
        write(clocks, moved, kind, move, hand -> hand.moved(limits));
        return limits;
    }

    /**
     * Counts thousands of clocks by the calendars as they are now; those that do not move get no line.
     *
     * @return the limits that have moved
     */
    List<Limit> countAnew(List<KeptClock> clocks, ClockMove kind, Move move) {
        List<KeptClock> before = new ArrayList<>();
        List<KeptClock> after = new ArrayList<>();
        for (KeptClock clock : clocks) {
            KeptClock moved = moved(clock, move, UnaryOperator.identity());
            if (!moved.limit().equals(clock.limit())) {
                before.add(clock);
                after.add(moved);
            }
        }
        List<Limit> limits = after.stream().map(KeptClock::limit).toList();
        write(before, after, kind, move, hand -> hand.movedInBulk(limits));
        return limits;
    }

    private KeptClock moved(KeptClock clock, Move move, UnaryOperator<ClockState> change) {
        ClockState next =
                change.apply(clock.state()).movedAt(move.at(), clock.limit().dueAt());
        return clock.in(next, calendars.of(clock.limit().unit()), points);
    }

    private void write(
            List<KeptClock> before, List<KeptClock> after, ClockMove kind, Move move, Consumer<ClockHands> show) {
        if (after.isEmpty()) {
            return;
        }
        entries.add(before, after, kind, move);
        rows.update(after);
        after.forEach(clock -> LimitsOfTransaction.ended(limit -> same(limit, clock.limit())));
        hands.ifAvailable(show);
    }

    private static boolean same(Limit one, Limit other) {
        return one.petition().equals(other.petition())
                && one.stage() == other.stage()
                && one.unit().equals(other.unit());
    }
}
