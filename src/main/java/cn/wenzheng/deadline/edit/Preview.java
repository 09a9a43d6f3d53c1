package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.LimitsAnew;
import cn.wenzheng.deadline.MovedLimit;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the limits that an edit would move, some at a time, and then at the terms of slips.
 *
 * <p>What a batch has found and how far it has come are one transaction: whoever goes on, goes on there.
 */
@Component
class Preview {

    /** Nothing is locked but the edit's own row; enough to be quick, few enough to show progress. */
    private static final int BATCH = 2_000;

    private final EditRows edits;
    private final EditProgress progress;
    private final MoveRows moves;
    private final LimitsAnew limits;
    private final PreviewOfTerms terms;
    private final CalendarDesk calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable Wanted wanted;

    /** The calendars of the edit in hand, with the years they have reckoned. */
    private record Wanted(UUID edit, long baseVersion, Calendars calendars) {}

    Preview(
            EditRows edits,
            EditProgress progress,
            MoveRows moves,
            LimitsAnew limits,
            PreviewOfTerms terms,
            CalendarDesk calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.edits = edits;
        this.progress = progress;
        this.moves = moves;
        this.limits = limits;
        this.terms = terms;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes one step; false when there is nothing to look at, or this node has not heard of its calendars yet. */
    synchronized boolean step() {
        return Boolean.TRUE.equals(transaction.execute(
                status -> edits.toLookAt().map(this::lookedAt).orElse(false)));
    }

    private boolean lookedAt(KeptEdit edit) {
        long known = limits.version();
        if (known < edit.baseVersion()) {
            return false;
        }
        try {
            if (known == edit.baseVersion()) {
                next(edit, others(edit));
            } else {
                moves.forget(edit.id());
                progress.lookAgain(edit.id(), known, limits.count());
            }
        } catch (Refusal impossibleByNow) {
            moves.forget(edit.id());
            progress.discard(edit.id(), clock.instant());
        }
        return true;
    }

    /** Made once for all batches, as long as the calendars beside it stay. */
    private Calendars others(KeptEdit edit) {
        Wanted kept = wanted;
        if (kept == null || !kept.edit().equals(edit.id()) || kept.baseVersion() != edit.baseVersion()) {
            Calendars others = calendars.with(edit.edit());
            kept = new Wanted(edit.id(), others.version() - 1, others);
            wanted = kept;
        }
        return kept.calendars();
    }

    private void next(KeptEdit edit, Calendars others) {
        Instant now = clock.instant();
        LimitsAnew.Some some = limits.look(edit.seen(), BATCH, others);
        List<MovedLimit> moved = some.moved();
        if (!moved.isEmpty()) {
            moves.add(
                    edit.id(),
                    moved.stream().map(limit -> EditMove.of(limit, now)).toList());
        }
        progress.progress(edit.id(), some.seen(), Tally.of(moved, now));
        if (some.last() != null) {
            progress.seen(edit.id(), some.last());
        }
        if (some.seen() < BATCH) {
            terms.look(edit.id(), others, now);
            progress.previewed(edit.id());
        }
    }
}
