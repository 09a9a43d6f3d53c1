package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what a decision of intake did to a petition's clocks. Before it only the promise and the acceptance had run;
 * they go on as if it had never been, everything else was started by it.
 */
@Component
class DecisionUndone {

    private static final Set<Stage> BEFORE = Set.of(Stage.PROMISE, Stage.ACCEPTANCE);

    private final ClockEntries entries;
    private final ClockMoves moves;
    private final JdbcClient jdbc;

    DecisionUndone(ClockEntries entries, ClockMoves moves, JdbcClient jdbc) {
        this.entries = entries;
        this.moves = moves;
        this.jdbc = jdbc;
    }

    /** True when it had started clocks. */
    boolean undo(String petition, Instant decided, Move move) {
        List<KeptClock> touched = touched(petition, decided);
        List<KeptClock> earlier = only(touched, true);
        List<KeptClock> started = only(touched, false);
        List<KeptClock> ended = earlier.stream()
                .filter(clock -> clock.limit().endedAt() != null)
                .toList();
        if (!ended.isEmpty()) {
            entries.add(ended, ended, ClockMove.RUNS_ON, move);
        }
        if (!started.isEmpty()) {
            entries.add(started, started, ClockMove.TAKEN_BACK, move);
        }
        end(petition, decided, move.at());
        LimitsOfTransaction.ended(limit -> limit.petition().equals(petition));
        List<KeptClock> standing = earlier.stream()
                .filter(clock -> !clock.state().pauses().areOverBy(decided))
                .toList();
        moves.move(standing, ClockMove.RESUMED, move, state -> state.resumed(decided));
        return !started.isEmpty();
    }

    private static List<KeptClock> only(List<KeptClock> clocks, boolean before) {
        return clocks.stream()
                .filter(clock -> BEFORE.contains(clock.limit().stage()) == before)
                .toList();
    }

    /** What runs, and what the decision has ended; held until the transaction ends. */
    private List<KeptClock> touched(String petition, Instant decided) {
        return jdbc.sql("""
                        SELECT * FROM deadline WHERE petition = ? AND (ended_at IS NULL OR ended_at >= ?)
                        ORDER BY petition, stage, unit, round FOR UPDATE""")
                .params(petition, Timestamp.from(decided))
                .query(ClockRows::clock)
                .list();
    }

    private void end(String petition, Instant decided, Instant at) {
        jdbc.sql("""
                UPDATE deadline SET ended_at = CASE WHEN stage = ANY (:before) THEN NULL ELSE coalesce(ended_at, :at) END
                WHERE petition = :petition AND (ended_at IS NULL OR ended_at >= :decided)""")
                .param("before", BEFORE.stream().map(Enum::name).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("petition", petition)
                .param("decided", Timestamp.from(decided))
                .update();
    }
}
