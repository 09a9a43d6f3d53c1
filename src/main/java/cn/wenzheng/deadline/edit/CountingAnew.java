package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.LimitsAnew;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.MoveCause;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the limits anew that older calendars have counted, some at a time, until there are none.
 *
 * <p>Which those are stands on the limits themselves. So it is the same work whether an edit was saved a moment ago, a
 * node died over it, or another one that had not yet heard of the edit has started a limit since.
 */
@Component
class CountingAnew {

    /** Their rows are held while a batch lasts: a fifth of a second, that nobody who works on one of them waits longer. */
    private static final int BATCH = 500;

    private final EditRows edits;
    private final LimitsAnew limits;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private @Nullable LimitKey last;

    CountingAnew(EditRows edits, LimitsAnew limits, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.edits = edits;
        this.limits = limits;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes one step; false when there is nothing to do, or nothing that others do not hold just now. */
    synchronized boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> counted(edits.toCarryOut())));
    }

    private boolean counted(Optional<KeptEdit> edit) {
        if (edit.filter(saved -> saved.isNewerThan(limits.version())).isPresent()) {
            return false;
        }
        if (!limits.isAnyOld()) {
            last = null;
            edit.ifPresent(this::done);
            return false;
        }
        Instant now = clock.instant();
        LimitsAnew.Some some = limits.countAnew(last, BATCH, move(edit, now));
        edit.ifPresent(saved -> edits.progress(saved.id(), some.seen(), Tally.of(some.moved(), now)));
        boolean wasFirst = last == null;
        last = some.last();
        return some.seen() > 0 || !wasFirst;
    }

    private void done(KeptEdit edit) {
        edits.done(clock.instant());
        journal.done(
                Actor.system(Door.ENGINE),
                "calendar-limits-counted",
                null,
                Map.of(),
                Map.of("edit", edit.id(), "later", edit.later(), "earlier", edit.earlier(), "undone", edit.undone()));
    }

    private static Move move(Optional<KeptEdit> edit, Instant now) {
        String actor = edit.map(KeptEdit::madeBy)
                .orElseGet(() -> Actor.system(Door.ENGINE).id());
        boolean plan = edit.filter(saved -> saved.edit() instanceof CalendarEdit.LoadPlan)
                .isPresent();
        return new Move(now, actor, plan ? MoveCause.PLAN_PUBLISHED : MoveCause.CALENDAR_EDITED);
    }
}
