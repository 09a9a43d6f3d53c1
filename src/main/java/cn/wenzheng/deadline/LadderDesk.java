package cn.wenzheng.deadline;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The counter for the ladder of reminders and slips: what is in force, who changes it, and the arithmetic of its terms. */
@Component
public class LadderDesk {

    private final LadderRows rows;
    private final LadderPoints points;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LadderDesk(LadderRows rows, LadderPoints points, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.points = points;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Ladder inForce() {
        return points.inForce();
    }

    /** Limits and slips keep the ladder that was in force when they began. */
    public Ladder inForceAt(Instant at) {
        return points.inForceAt(at);
    }

    /** So many working days later, by the unit's own calendar among these. */
    public static Instant workingDaysFrom(String unit, Instant from, int days, Calendars by) {
        return WorkingDays.of(days).end(from, by.of(unit));
    }

    /** So many hours of working time later, by the unit's own calendar among these. */
    public static Instant workingHoursFrom(String unit, Instant from, int hours, Calendars by) {
        return WorkingHours.end(from, Duration.ofHours(hours), by.of(unit));
    }

    /** All ladders, the last one to come into force first; for administrators, supervisors and auditors. */
    List<Ladder> all(Actor actor) {
        require(actor, Role.ADMIN, Role.SUPERVISOR, Role.AUDITOR);
        return rows.all();
    }

    /** A new row; limits that run keep their instants, new ones and new slips follow it. */
    Ladder change(Ladder.Change change, Actor actor) {
        require(actor, Role.ADMIN, Role.SUPERVISOR);
        Ladder ladder = change.checked(actor.id(), clock.instant());
        Ladder before = inForce();
        transaction.executeWithoutResult(tx -> {
            rows.add(ladder);
            journal.done(actor, "rule-ladder-changed", null, facts(before), facts(ladder));
        });
        points.forget();
        return ladder;
    }

    private static void require(Actor actor, Role... roles) {
        if (!actor.hasAny(roles)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    private static Map<String, Object> facts(Ladder ladder) {
        return Map.of(
                "validFrom", ladder.validFrom().toString(),
                "urge", ladder.urgePercent(),
                "blue", ladder.bluePercent(),
                "red", ladder.redDays(),
                "raised", ladder.raisedDays(),
                "ruling", ladder.rulingDays());
    }
}
