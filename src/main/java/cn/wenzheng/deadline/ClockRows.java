package cn.wenzheng.deadline;

import cn.wenzheng.petition.Stage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The state of the clocks, in the columns beside what is derived from it. */
@Component
class ClockRows {

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The running clocks of a petition, held until the transaction ends. */
    List<KeptClock> running(String petition, Collection<Stage> stages) {
        return jdbc.sql("""
                        SELECT * FROM deadline WHERE petition = ? AND stage = ANY (?) AND ended_at IS NULL
                        ORDER BY petition, stage, unit, round FOR UPDATE""")
                .params(petition, stages.stream().map(Enum::name).toArray(String[]::new))
                .query(ClockRows::clock)
                .list();
    }

    /** The last clock of each stage and unit, whether it runs or not. */
    List<KeptClock> last(String petition, Collection<Stage> stages) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (stage, unit) * FROM deadline WHERE petition = ? AND stage = ANY (?)
                        ORDER BY stage, unit, round DESC""")
                .params(petition, stages.stream().map(Enum::name).toArray(String[]::new))
                .query(ClockRows::clock)
                .list();
    }

    /**
     * Writes states and what follows from them; one statement, whatever their number.
     *
     * @param version the calendars they were counted by, or older ones
     */
    void update(List<KeptClock> clocks, long version) {
        jdbc.sql("""
                UPDATE deadline d SET budget = m.budget, level = m.level, extended_days = m.extended_days,
                    paused_from = m.paused_from::timestamptz[], paused_until = m.paused_until::timestamptz[],
                    not_before = m.not_before::timestamptz, urge_at = m.urge_at::timestamptz,
                    remind_at = m.remind_at::timestamptz, due_at = m.due_at::timestamptz,
                    provisional = m.provisional::boolean, calendar_version = ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS m (petition, stage, unit, round, budget, level, extended_days, paused_from, paused_until,
                        not_before, urge_at, remind_at, due_at, provisional)
                WHERE d.petition = m.petition AND d.stage = m.stage AND d.unit = m.unit AND d.round = m.round""")
                .param(version)
                .param(texts(clocks, clock -> clock.limit().petition()))
                .param(texts(clocks, clock -> clock.limit().stage()))
                .param(texts(clocks, clock -> clock.limit().unit()))
                .param(clocks.stream().map(clock -> clock.limit().round()).toArray(Integer[]::new))
                .param(texts(clocks, clock -> clock.state().budget().written()))
                .param(texts(clocks, clock -> clock.state().level()))
                .param(clocks.stream()
                        .map(clock -> clock.state().extendedDays())
                        .toArray(Integer[]::new))
                .param(texts(clocks, clock -> instants(clock, Pauses.Pause::from)))
                .param(texts(clocks, clock -> instants(clock, Pauses.Pause::until)))
                .param(texts(clocks, clock -> clock.state().notBefore()))
                .param(texts(clocks, clock -> clock.limit().urgeAt()))
                .param(texts(clocks, clock -> clock.limit().remindAt()))
                .param(texts(clocks, clock -> clock.limit().dueAt()))
                .param(texts(clocks, clock -> clock.limit().provisional()))
                .update();
    }

    static String[] texts(List<KeptClock> clocks, Function<KeptClock, @Nullable Object> column) {
        return clocks.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static String instants(KeptClock clock, Function<Pauses.Pause, Instant> end) {
        return clock.state().pauses().all().stream()
                .map(end.andThen(Instant::toString))
                .toList()
                .toString()
                .replace('[', '{')
                .replace(']', '}');
    }

    static KeptClock clock(ResultSet row, int n) throws SQLException {
        Timestamp notBefore = row.getTimestamp("not_before");
        ClockState state = new ClockState(
                row.getTimestamp("started_at").toInstant(),
                Budget.read(row.getString("budget")),
                row.getString("level"),
                row.getInt("extended_days"),
                pauses(row.getArray("paused_from"), row.getArray("paused_until")),
                notBefore == null ? null : notBefore.toInstant());
        return new KeptClock(DeadlineRows.limit(row, n), state);
    }

    private static Pauses pauses(Array from, Array until) throws SQLException {
        Timestamp[] begins = (Timestamp[]) from.getArray();
        Timestamp[] ends = (Timestamp[]) until.getArray();
        List<Pauses.Pause> all = new ArrayList<>();
        for (int pause = 0; pause < begins.length; pause++) {
            all.add(new Pauses.Pause(begins[pause].toInstant(), ends[pause].toInstant()));
        }
        return new Pauses(all);
    }
}
