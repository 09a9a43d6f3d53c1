package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.LimitsAnew;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.MoveCause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the limits anew that older calendars have counted, some at a time, until there are none.
 *
 * <p>Which those are stands on the limits themselves. So it is the same work whether an edit was saved a moment ago, a
 * node died over it, or another one that had not yet heard of the edit has started a limit since.
 *
 * <p>A limit that cannot be counted keeps its date and keeps no other from being counted: it is named in the log, and tried
 * again by the next calendars and by a node that starts.
 */
@Component
class CountingAnew {

    private static final Logger LOG = LoggerFactory.getLogger(CountingAnew.class);

    /** Their rows are held while a batch lasts: a fifth of a second, that nobody who works on one of them waits longer. */
    private static final int BATCH = 500;

    private final EditRows edits;
    private final EditProgress progress;
    private final LimitsAnew limits;
    private final EditEnd end;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PassedOver passed = new PassedOver();
    private @Nullable LimitKey last;

    CountingAnew(
            EditRows edits,
            EditProgress progress,
            LimitsAnew limits,
            EditEnd end,
            TransactionTemplate transaction,
            Clock clock) {
        this.edits = edits;
        this.progress = progress;
        this.limits = limits;
        this.end = end;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes one step; false when there is nothing to do, or nothing that others do not hold just now. */
    synchronized boolean step() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> counted(edits.toCarryOut())));
        } catch (RuntimeException failed) {
            Failure.rethrowIfOfTheDatabase(failed);
            return oneByOne();
        }
    }

    private boolean oneByOne() {
        transaction.executeWithoutResult(status -> edits.toCarryOut());
        List<LimitKey> keys = limits.old(last, BATCH);
        for (LimitKey key : keys) {
            if (!passed.contains(key)) {
                alone(key);
            }
            last = key;
        }
        return !keys.isEmpty();
    }

    private void alone(LimitKey key) {
        try {
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant();
                Optional<KeptEdit> edit = edits.toCarryOut();
                progress(edit, limits.countAnew(key, move(edit, now)), now);
            });
        } catch (RuntimeException failed) {
            Failure.rethrowIfOfTheDatabase(failed);
            LOG.error("{} cannot be counted anew and keeps its date: {}", key, Failure.cause(failed));
            passed.add(key);
        }
    }

    private boolean counted(Optional<KeptEdit> edit) {
        if (edit.filter(saved -> saved.isNewerThan(limits.version())).isPresent()) {
            return false;
        }
        if (!passed.leaveAnyOld(limits)) {
            last = null;
            edit.ifPresent(end::of);
            return false;
        }
        Instant now = clock.instant();
        LimitsAnew.Some some = limits.countAnew(last, BATCH, move(edit, now));
        progress(edit, some, now);
        boolean wasFirst = last == null;
        last = some.last();
        return some.seen() > 0 || !wasFirst;
    }

    private void progress(Optional<KeptEdit> edit, LimitsAnew.Some some, Instant now) {
        edit.ifPresent(saved -> progress.progress(saved.id(), some.seen(), Tally.of(some.moved(), now)));
    }

    private static Move move(Optional<KeptEdit> edit, Instant now) {
        String actor = edit.map(KeptEdit::madeBy)
                .orElseGet(() -> Actor.system(Door.ENGINE).id());
        boolean plan = edit.filter(saved -> saved.edit() instanceof CalendarEdit.LoadPlan)
                .isPresent();
        return new Move(now, actor, plan ? MoveCause.PLAN_PUBLISHED : MoveCause.CALENDAR_EDITED);
    }
}
