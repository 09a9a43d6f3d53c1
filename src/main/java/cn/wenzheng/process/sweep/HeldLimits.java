package cn.wenzheng.process.sweep;

import cn.wenzheng.process.ClockTimer;
import cn.wenzheng.process.Supervision;
import java.sql.Timestamp;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a limit or a slip says now, held until the transaction ends: whoever moves it waits, or has moved it. */
@Component
class HeldLimits {

    private static final Set<String> OF_SLIPS = Set.of(
            Supervision.Elements.BOUNDARY_EVENT_SLIP_OVERDUE,
            Supervision.Elements.TASK_ANSWER_SLIP,
            Supervision.Elements.TASK_FOLLOW_SLIP,
            Supervision.Elements.TASK_RULE_ON_SLIP);

    private final JdbcClient jdbc;

    HeldLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True while it runs and wants what it wanted when it was read. */
    boolean stillWants(Astray astray) {
        String table = OF_SLIPS.contains(astray.place()) ? "supervision_slip" : "deadline";
        return jdbc
                .sql("SELECT " + instantOf(astray) + "::timestamp AS wanted FROM " + table
                        + " WHERE petition = ? AND stage = ? AND unit = ? AND round = ? AND ended_at IS NULL FOR SHARE")
                .params(astray.petition(), astray.stage(), astray.unit(), astray.round())
                .query((row, n) -> row.getTimestamp("wanted"))
                .stream()
                .map(Timestamp::toInstant)
                .anyMatch(astray.wanted()::equals);
    }

    /** The column that a timer shows; a task, and whatever shows a slip, shows the end. */
    private static String instantOf(Astray astray) {
        ClockTimer.Mark mark = ClockTimer.ALL.stream()
                .filter(timer -> timer.event().equals(astray.place()))
                .map(ClockTimer::at)
                .findFirst()
                .orElse(ClockTimer.Mark.END);
        return switch (mark) {
            case HALF -> "urge_at";
            case NEAR -> "remind_at";
            case END -> "due_at";
        };
    }
}
