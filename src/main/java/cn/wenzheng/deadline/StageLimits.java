package cn.wenzheng.deadline;

import cn.wenzheng.deadline.ServiceLevels.Known;
import cn.wenzheng.petition.ClockLedger.ExtensionCap;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much time each stage has: the decision table says the service level, the dated row in force at the start says how
 * much that is.
 */
@Component
class StageLimits {

    private final ServiceLevels levels;
    private final LevelBook book;

    StageLimits(ServiceLevels levels, LevelBook book) {
        this.levels = levels;
        this.book = book;
    }

    Budget of(Start start) {
        return row(start).budget();
    }

    /** The row that grants the time. */
    LevelLimit row(Start start) {
        if (start.stage() == Stage.PROMISE && start.backlog()) {
            throw new IllegalArgumentException("petition " + start.petition() + " of the backlog carries no promise");
        }
        return row(level(start), kept(start), start.at());
    }

    private LevelLimit row(ServiceLevel level, Stage stage, Instant at) {
        return book.inForce(level, stage, at)
                .orElseThrow(() -> new IllegalStateException("no limit for " + stage + " on " + level));
    }

    /**
     * The promise is given before anything is known, and either answer of the acceptance keeps it: one for all, but where a
     * life may be in danger the acceptance has a limit of its own.
     */
    ServiceLevel level(Start start) {
        if (start.stage() == Stage.PROMISE || start.stage() == Stage.ACCEPTANCE) {
            boolean life = start.stage() == Stage.ACCEPTANCE && start.urgency() == Urgency.LIFE && !start.backlog();
            return life ? ServiceLevel.LIFE : ServiceLevel.NORMAL;
        }
        return levels.of(new Known(
                start.kind(),
                start.urgency(),
                start.complex(),
                book.ofDuty(start.category(), start.unit(), start.at()),
                book.ofUnit(start.unit())));
    }

    /**
     * How far the handling may be extended (延期) that began at an instant.
     *
     * @param level the name of its service level; null for a limit older than the levels
     */
    ExtensionCap extensions(@Nullable String level, Instant startedAt) {
        ServiceLevel known = level == null ? ServiceLevel.NORMAL : ServiceLevel.valueOf(level);
        LevelLimit row = row(known, Stage.HANDLING, startedAt);
        return new ExtensionCap(row.extensions(), row.extensionDays());
    }

    /**
     * The petition has as long as each of its units; what carries no promise, and a ruling, have as long as an
     * assignment.
     */
    private static Stage kept(Start start) {
        return switch (start.stage()) {
            case CASE_HANDLING -> Stage.HANDLING;
            case ARBITRATION -> Stage.ASSIGNMENT;
            case ACCEPTANCE -> start.backlog() ? Stage.ASSIGNMENT : Stage.ACCEPTANCE;
            default -> start.stage();
        };
    }
}
