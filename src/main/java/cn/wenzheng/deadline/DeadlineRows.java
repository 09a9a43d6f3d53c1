package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of limits. */
@Component
class DeadlineRows {

    private final JdbcClient jdbc;

    DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One statement, whatever the number of limits.
     *
     * @param version the calendars they were counted by, or older ones
     */
    void insert(List<KeptClock> clocks, long version) {
        List<Limit> limits = clocks.stream().map(KeptClock::limit).toList();
        jdbc.sql("""
                INSERT INTO deadline (petition, stage, unit, round, started_at, urge_at, remind_at, due_at,
                    provisional, budget, level, calendar_version)
                SELECT petition, stage, unit, round, started_at::timestamptz, urge_at::timestamptz,
                    remind_at::timestamptz, due_at::timestamptz, provisional::boolean,
                    budget, level, ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                    AS started (petition, stage, unit, round, started_at, urge_at, remind_at, due_at, provisional,
                        budget, level)""")
                .param(version)
                .param(strings(limits, Limit::petition))
                .param(strings(limits, Limit::stage))
                .param(strings(limits, Limit::unit))
                .param(limits.stream().map(Limit::round).toArray(Integer[]::new))
                .param(strings(limits, Limit::startedAt))
                .param(strings(limits, Limit::urgeAt))
                .param(strings(limits, Limit::remindAt))
                .param(strings(limits, Limit::dueAt))
                .param(strings(limits, Limit::provisional))
                .param(ClockRows.texts(clocks, clock -> clock.state().budget().written()))
                .param(ClockRows.texts(clocks, clock -> clock.state().level()))
                .update();
    }

    private static String[] strings(List<Limit> limits, Function<Limit, Object> column) {
        return limits.stream().map(column.andThen(Object::toString)).toArray(String[]::new);
    }

    /** Ends what runs; no stages mean all of them, null for a unit means every one. */
    void end(String petition, Set<Stage> stages, @Nullable String unit, Instant at) {
        jdbc.sql("""
                UPDATE deadline SET ended_at = :at
                WHERE petition = :petition AND ended_at IS NULL
                  AND (:all OR stage = ANY (:stages)) AND (:unit::text IS NULL OR unit = :unit)""")
                .param("at", Timestamp.from(at))
                .param("petition", petition)
                .param("all", stages.isEmpty())
                .param("stages", stages.stream().map(Enum::name).toArray(String[]::new))
                .param("unit", unit)
                .update();
    }

    Optional<Limit> running(String petition, Stage stage, String unit) {
        return jdbc.sql("""
                SELECT * FROM deadline
                WHERE petition = ? AND stage = ? AND unit = ? AND ended_at IS NULL
                ORDER BY round DESC LIMIT 1""")
                .params(petition, stage.name(), unit)
                .query(DeadlineRows::limit)
                .optional();
    }

    List<Limit> of(Collection<String> petitions) {
        return jdbc.sql("SELECT * FROM deadline WHERE petition = ANY (?) ORDER BY petition, started_at, stage, unit")
                .param(petitions.toArray(String[]::new))
                .query(DeadlineRows::limit)
                .list();
    }

    /** Every clock of a petition, in the order of their starts. */
    List<KeptClock> clocks(String petition) {
        return jdbc.sql("SELECT * FROM deadline WHERE petition = ? ORDER BY started_at, stage, unit")
                .param(petition)
                .query(ClockRows::clock)
                .list();
    }

    static Limit limit(ResultSet row, int n) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Limit(
                row.getString("petition"),
                Stage.valueOf(row.getString("stage")),
                row.getString("unit"),
                row.getInt("round"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("urge_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getBoolean("provisional"),
                endedAt == null ? null : endedAt.toInstant());
    }
}
