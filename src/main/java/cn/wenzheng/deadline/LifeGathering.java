package cn.wenzheng.deadline;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.deadline.Responsibility.Step;
import cn.wenzheng.deadline.Responsibility.Turn;
import cn.wenzheng.deadline.ResponsibilityRows.Beside;
import cn.wenzheng.deadline.ResponsibilityRows.Life;
import cn.wenzheng.petition.TimelineEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one petition together and hands it on. */
final class LifeGathering {

    /** The pauses come from the clocks' ledger, which knows their ends to the second; all else from the timeline. */
    private static final Map<String, Turn> TURNS = Map.of(
            TimelineEvent.ASSIGNED.name(),
            Turn.DISPATCHED,
            TimelineEvent.REASSIGNED.name(),
            Turn.DISPATCHED,
            TimelineEvent.SENT_BACK.name(),
            Turn.DISPATCHED,
            TimelineEvent.ARBITRATED.name(),
            Turn.RULED,
            TimelineEvent.RETURNED.name(),
            Turn.RETURNED,
            TimelineEvent.HANDLED.name(),
            Turn.ANSWERED,
            TimelineEvent.DECISION_UNDONE.name(),
            Turn.ANSWERED,
            "WAITING",
            Turn.WAITING,
            "HALTED",
            Turn.HALTED,
            "RESUMED",
            Turn.RESUMED);

    private static final String ASSIST = "ASSIST";

    private final Consumer<Life> told;
    private @Nullable Life life;

    LifeGathering(Consumer<Life> told) {
        this.told = told;
    }

    void row(ResultSet row) throws SQLException {
        String number = row.getString("number");
        if (life == null || !life.petition().equals(number)) {
            end();
            Instant received = row.getTimestamp("received_at").toInstant();
            life = new Life(number, received, instant(row, "over_at"), new ArrayList<>(), new ArrayList<>());
        }
        add(life, row);
    }

    private static void add(Life life, ResultSet row) throws SQLException {
        String event = row.getString("event");
        Instant at = instant(row, "at");
        if (event == null || at == null) {
            return;
        }
        if (event.equals(ASSIST)) {
            life.beside().add(new Beside(row.getString("unit"), at, instant(row, "until")));
        } else {
            life.steps().add(new Step(at, requireNonNull(TURNS.get(event)), row.getString("unit")));
        }
    }

    void end() {
        if (life != null) {
            told.accept(life);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
