package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.LimitsAnew;
import cn.wenzheng.deadline.calendar.CalendarChanged;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where calendars are edited with open eyes: an edit is looked at first, with every limit it would move, and then saved
 * or given up.
 */
@Component
@Transactional
public class CalendarEdits {

    private static final Duration KEPT = Duration.ofDays(7);

    private final EditRows edits;
    private final EditProgress progress;
    private final MoveRows moves;
    private final LimitsAnew limits;
    private final CalendarDesk calendars;
    private final EditWorker worker;
    private final Journal journal;
    private final Clock clock;

    CalendarEdits(
            EditRows edits,
            EditProgress progress,
            MoveRows moves,
            LimitsAnew limits,
            CalendarDesk calendars,
            EditWorker worker,
            Journal journal,
            Clock clock) {
        this.edits = edits;
        this.progress = progress;
        this.moves = moves;
        this.limits = limits;
        this.calendars = calendars;
        this.worker = worker;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins to look at what an edit would move; what cannot be is refused at once. What nobody has saved in a week is
     * forgotten.
     */
    public UUID propose(CalendarEdit edit, Actor actor) {
        requireAdmin(actor);
        edits.forgetBefore(clock.instant().minus(KEPT));
        long base = calendars.with(edit).version() - 1;
        UUID id = edits.insert(edit, actor.id(), clock.instant(), base, limits.count());
        journal.done(
                actor, "calendar-edit-proposed", null, Map.of(), Map.of("edit", id, "kind", WrittenEdits.kind(edit)));
        wakeAfterCommit();
        return id;
    }

    /**
     * Saves an edit that has been looked at; all limits are counted anew from now on.
     *
     * @return false when the calendars have changed since: nothing is saved, and the edit is looked at again
     */
    public boolean save(UUID id, Actor actor) {
        requireAdmin(actor);
        long held = calendars.hold();
        KeptEdit edit = previewed(id);
        if (held != edit.baseVersion()) {
            moves.forget(id);
            progress.lookAgain(id, held, limits.count());
            wakeAfterCommit();
            return false;
        }
        progress.apply(id, held + 1, limits.count());
        calendars.apply(edit.edit(), actor);
        return true;
    }

    /** Whatever door a change came through, its way through the limits is kept here. */
    @EventListener
    void changed(CalendarChanged change) {
        if (!edits.isApplied(change.version())) {
            edits.insertApplied(change, clock.instant(), limits.count());
        }
        wakeAfterCommit();
    }

    /** Gives an edit up; nothing was changed. */
    public void discard(UUID id, Actor actor) {
        requireAdmin(actor);
        KeptEdit edit = edits.locked(id).orElseThrow(Refusal::notFound);
        if (edit.version() != null || edit.endedAt() != null) {
            throw Refusal.conflict("calendar-edit-decided");
        }
        moves.forget(id);
        progress.discard(id, clock.instant());
        journal.done(actor, "calendar-edit-discarded", null, Map.of("edit", id), Map.of());
    }

    private KeptEdit previewed(UUID id) {
        KeptEdit edit = edits.locked(id).orElseThrow(Refusal::notFound);
        return switch (edit.state()) {
            case PREVIEWED -> edit;
            case PREVIEWING -> throw Refusal.conflict("calendar-edit-not-looked-at");
            case APPLYING, DONE, DISCARDED -> throw Refusal.conflict("calendar-edit-decided");
        };
    }

    /** One edit and how far it has come. */
    @Transactional(readOnly = true)
    KeptEdit find(UUID id, Actor actor) {
        requireReader(actor);
        return edits.find(id).orElseThrow(Refusal::notFound);
    }

    /** The latest edits. */
    @Transactional(readOnly = true)
    List<KeptEdit> latest(Actor actor, Window window) {
        requireReader(actor);
        return edits.latest(window);
    }

    /** The limits it moves; without a word about their cases, which administrators do not read. */
    @Transactional(readOnly = true)
    List<EditMove> moves(KeptEdit edit, @Nullable MoveKind only, Window window) {
        return moves.page(edit.id(), only, window);
    }

    @Transactional(readOnly = true)
    long countMoves(KeptEdit edit, @Nullable MoveKind only) {
        return moves.count(edit.id(), only);
    }

    static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.call();
            }
        });
    }
}
