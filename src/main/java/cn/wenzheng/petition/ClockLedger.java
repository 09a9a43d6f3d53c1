package cn.wenzheng.petition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a petition as a ledger: what moves them leaves an entry, and what they have used is never lost; kept by
 * room {@code deadline}.
 *
 * <p>Every move joins the caller's transaction; due date, timers and tasks move in it.
 */
public interface ClockLedger {

    /** Who moves a clock, when and why. */
    record Move(Instant at, String actor, MoveCause cause) {}

    /**
     * One line of a clock's ledger.
     *
     * @param pausedUntil until when it stands still; of a pause
     * @param levelAfter the service level it counts by from then on; null when the level stayed
     * @param grantedDays the working days granted on top; of an extension
     */
    record Entry(
            Stage stage,
            String unit,
            int round,
            ClockMove kind,
            Move move,
            @Nullable Instant pausedUntil,
            @Nullable String levelAfter,
            @Nullable Integer grantedDays,
            Instant dueBefore,
            Instant dueAfter) {}

    /** How often a unit's part may be extended, and by how many working days each time. */
    record ExtensionCap(int times, int days) {}

    /** Lets the units' clocks and the case's stand still until an instant that is known; whatever burnt stays burnt. */
    void pause(String petition, Instant until, Move move);

    /** Lets them run on before their time. */
    void resume(String petition, Move move);

    /** Lets the acceptance's clock stand still while the petitioner is asked for what is missing. */
    void waitForPetitioner(String petition, Instant until, Move move);

    /** Lets it run on when he has said it, or has not in time. */
    void petitionerWaitOver(String petition, Move move);

    /**
     * Takes back what a decision of intake did to the clocks: those it ended run on as if they had never been, those it
     * started are ended.
     *
     * @param decided when the decision was taken
     * @return true when it had started clocks
     */
    boolean undo(String petition, Instant decided, Move move);

    /**
     * Lets the running limits of these stages and units count by what the petition is now; whatever burnt stays burnt, and
     * who was not late is not late by a decision that came later.
     */
    void changeLevel(Collection<Deadlines.Start> anew, Move move);

    /**
     * Grants more working days on a running limit.
     *
     * @return the limit as it is then; empty when none runs
     */
    Optional<Deadlines.Limit> extend(String petition, Stage stage, String unit, int days, Move move);

    /** Notes on the case's clock, which goes on, that another unit has it. */
    void handOver(String petition, Move move);

    /** What the level of a unit's running part allows. */
    ExtensionCap extensionCap(String petition, String unit);

    /** The ledgers of a petition's clocks, in the order of what happened. */
    List<Entry> entries(String petition);
}
