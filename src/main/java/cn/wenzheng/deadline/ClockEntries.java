package cn.wenzheng.deadline;

import static cn.wenzheng.deadline.ClockRows.texts;

import cn.wenzheng.petition.ClockLedger.Entry;
import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import cn.wenzheng.petition.MoveCause;
import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the clocks' ledgers: added and read, nothing else. */
@Component
class ClockEntries {

    private final JdbcClient jdbc;

    ClockEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each clock, which stands in both lists at the same place; one statement, whatever their number. */
    void add(List<KeptClock> before, List<KeptClock> after, ClockMove kind, Move move) {
        jdbc.sql("""
                INSERT INTO clock_entry (at, kind, cause, actor, petition, stage, unit, round, paused_until, level_before,
                    level_after, budget_before, budget_after, granted_days, due_before, due_after)
                SELECT ?, ?, ?, ?, m.petition, m.stage, m.unit, m.round, m.paused_until::timestamptz, m.level_before,
                    m.level_after, m.budget_before, m.budget_after, nullif(m.days_after - m.days_before, 0),
                    m.due_before::timestamptz, m.due_after::timestamptz
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::integer[], ?::integer[], ?::text[], ?::text[])
                    AS m (petition, stage, unit, round, paused_until, level_before, level_after, budget_before,
                        budget_after, days_before, days_after, due_before, due_after)""")
                .params(Timestamp.from(move.at()), kind.name(), move.cause().name(), move.actor())
                .param(texts(after, clock -> clock.limit().petition()))
                .param(texts(after, clock -> clock.limit().stage()))
                .param(texts(after, clock -> clock.limit().unit()))
                .param(after.stream().map(clock -> clock.limit().round()).toArray(Integer[]::new))
                .param(texts(
                        after,
                        clock -> kind == ClockMove.PAUSED ? lastPause(clock).until() : null))
                .param(texts(before, clock -> clock.state().level()))
                .param(texts(after, clock -> clock.state().level()))
                .param(texts(before, clock -> clock.state().budget().written()))
                .param(texts(after, clock -> clock.state().budget().written()))
                .param(days(before))
                .param(days(after))
                .param(texts(before, clock -> clock.limit().dueAt()))
                .param(texts(after, clock -> clock.limit().dueAt()))
                .update();
    }

    private static Integer[] days(List<KeptClock> clocks) {
        return clocks.stream().map(clock -> clock.state().extendedDays()).toArray(Integer[]::new);
    }

    private static Pauses.Pause lastPause(KeptClock clock) {
        List<Pauses.Pause> pauses = clock.state().pauses().all();
        return pauses.get(pauses.size() - 1);
    }

    List<Entry> of(String petition) {
        return jdbc.sql("SELECT * FROM clock_entry WHERE petition = ? ORDER BY id")
                .param(petition)
                .query(ClockEntries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        Timestamp pausedUntil = row.getTimestamp("paused_until");
        String level = row.getString("level_after");
        return new Entry(
                Stage.valueOf(row.getString("stage")),
                row.getString("unit"),
                row.getInt("round"),
                ClockMove.valueOf(row.getString("kind")),
                new Move(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        MoveCause.valueOf(row.getString("cause"))),
                pausedUntil == null ? null : pausedUntil.toInstant(),
                Objects.equals(level, row.getString("level_before")) ? null : level,
                row.getObject("granted_days", Integer.class),
                row.getTimestamp("due_before").toInstant(),
                row.getTimestamp("due_after").toInstant());
    }
}
