package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the ledgers of the clocks; each move changes with the petition in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeptLedger implements ClockLedger {

    /** The clocks that stand still while nobody can go on; what the citizen was promised never does. */
    private static final Set<Stage> PAUSING = EnumSet.of(Stage.SIGN_IN, Stage.HANDLING, Stage.CASE_HANDLING);

    private static final Set<Stage> ACCEPTANCE = EnumSet.of(Stage.ACCEPTANCE);

    private final ClockRows clocks;
    private final ClockEntries entries;
    private final ClockMoves moves;
    private final DecisionUndone undone;
    private final StageLimits limits;

    KeptLedger(ClockRows clocks, ClockEntries entries, ClockMoves moves, DecisionUndone undone, StageLimits limits) {
        this.clocks = clocks;
        this.entries = entries;
        this.moves = moves;
        this.undone = undone;
        this.limits = limits;
    }

    @Override
    public void pause(String petition, Instant until, Move move) {
        moves.move(clocks.running(petition, PAUSING), ClockMove.PAUSED, move, state -> state.paused(move.at(), until));
    }

    @Override
    public void resume(String petition, Move move) {
        moves.move(clocks.running(petition, PAUSING), ClockMove.RESUMED, move, state -> state.resumed(move.at()));
    }

    @Override
    public void waitForPetitioner(String petition, Instant until, Move move) {
        moves.move(
                clocks.running(petition, ACCEPTANCE), ClockMove.PAUSED, move, state -> state.paused(move.at(), until));
    }

    @Override
    public void petitionerWaitOver(String petition, Move move) {
        moves.move(clocks.running(petition, ACCEPTANCE), ClockMove.RESUMED, move, state -> state.resumed(move.at()));
    }

    @Override
    public boolean undo(String petition, Instant decided, Move move) {
        return undone.undo(petition, decided, move);
    }

    @Override
    public void changeLevel(Collection<Start> anew, Move move) {
        for (Start start : anew) {
            LevelLimit row = limits.row(start);
            Budget budget = row.budget();
            List<KeptClock> changed = running(start.petition(), start.unit(), start.stage()).stream()
                    .filter(clock -> !clock.state().isOn(budget, row.level().name()))
                    .toList();
            moves.move(
                    changed,
                    ClockMove.LEVEL_CHANGED,
                    move,
                    state -> state.onLevel(budget, row.level().name()));
        }
    }

    private List<KeptClock> running(String petition, String unit, Stage stage) {
        return clocks.running(petition, Set.of(stage)).stream()
                .filter(clock -> clock.limit().unit().equals(unit))
                .toList();
    }

    @Override
    public Optional<Limit> extend(String petition, Stage stage, String unit, int days, Move move) {
        return moves
                .move(running(petition, unit, stage), ClockMove.EXTENDED, move, state -> state.extended(days))
                .stream()
                .findFirst();
    }

    @Override
    public void handOver(String petition, Move move) {
        moves.move(
                clocks.running(petition, Set.of(Stage.CASE_HANDLING)),
                ClockMove.HANDED_OVER,
                move,
                UnaryOperator.identity());
    }

    @Override
    public ExtensionCap extensionCap(String petition, String unit) {
        return running(petition, unit, Stage.HANDLING).stream()
                .map(KeptClock::state)
                .map(state -> limits.extensions(state.level(), state.startedAt()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Entry> entries(String petition) {
        return entries.of(petition);
    }
}
