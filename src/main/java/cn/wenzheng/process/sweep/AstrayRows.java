package cn.wenzheng.process.sweep;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.ClockTimer;
import cn.wenzheng.process.Groups;
import cn.wenzheng.process.Supervision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is astray, whatever the size of the city, in one {@link Comparison}. */
@Component
class AstrayRows {

    /** The rest waits for the next look; nobody holds a hundred thousand repairs in his hands. */
    static final int AT_ONCE = 1_000;

    private static final String SLIP = "SLIP";

    /** The engine keeps milliseconds, a row microseconds. */
    private static final String SLACK = "1 millisecond";

    /** The planner cannot know how many tasks meet how many timers; row by row it might look for hours. */
    private static final String WHOLE_TABLES =
            "SELECT set_config('enable_nestloop', 'off', true) || set_config('work_mem', '64MB', true)";

    private static final List<Stage> STAGES = Stream.of(Stage.values())
            .filter(stage -> ClockTimer.hostOf(stage) != null)
            .toList();

    private final JdbcClient jdbc;

    AstrayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public List<Astray> read() {
        jdbc.sql(WHOLE_TABLES).query((row, n) -> row.getString(1)).list();
        return ofSlips(ofLimits(jdbc.sql(Comparison.SQL)))
                .param("slack", SLACK)
                .param("most", AT_ONCE)
                .query(AstrayRows::astray)
                .list();
    }

    private static StatementSpec ofLimits(StatementSpec comparison) {
        return comparison
                .param("stages", texts(STAGES, Stage::name))
                .param("tasks", texts(STAGES, AstrayRows::taskOf))
                .param(
                        "dated",
                        STAGES.stream().map(ClockTimer.TASKS::containsKey).toArray(Boolean[]::new))
                .param("clocks", and(SLIP, timer -> timer.stage().name()))
                .param("events", and(Supervision.Elements.BOUNDARY_EVENT_SLIP_OVERDUE, ClockTimer::event))
                .param(
                        "marks",
                        and(ClockTimer.Mark.END.name(), timer -> timer.at().name()))
                .param("units", Groups.ofUnit(""));
    }

    private static StatementSpec ofSlips(StatementSpec comparison) {
        return comparison
                .param("slip", SLIP)
                .param("slipVariable", Supervision.Variables.SLIP.name())
                .param("slipTimed", Supervision.Elements.TASK_ANSWER_SLIP)
                .param("slipTasks", new String[] {
                    Supervision.Elements.TASK_ANSWER_SLIP,
                    Supervision.Elements.TASK_FOLLOW_SLIP,
                    Supervision.Elements.TASK_RULE_ON_SLIP
                });
    }

    private static String taskOf(Stage stage) {
        return Objects.requireNonNull(ClockTimer.hostOf(stage));
    }

    private static <T> String[] texts(List<T> known, Function<T, String> column) {
        return known.stream().map(column).toArray(String[]::new);
    }

    /** One column of all timers, the slip's own at the end. */
    private static String[] and(String ofSlip, Function<ClockTimer, String> column) {
        return Stream.concat(ClockTimer.ALL.stream().map(column), Stream.of(ofSlip))
                .toArray(String[]::new);
    }

    private static Astray astray(ResultSet row, int n) throws SQLException {
        Timestamp found = row.getTimestamp("found");
        return new Astray(
                Astray.What.valueOf(row.getString("what")),
                row.getString("petition"),
                row.getString("stage"),
                row.getString("unit"),
                row.getInt("round"),
                row.getString("place"),
                row.getTimestamp("wanted").toInstant(),
                found == null ? null : found.toInstant(),
                row.getString("id"));
    }
}
