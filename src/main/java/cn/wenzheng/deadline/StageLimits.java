package cn.wenzheng.deadline;

import cn.wenzheng.deadline.ServiceLevels.Known;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
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
        return row(start, false).budget();
    }

    /**
     * The row that grants the time, with the extensions it allows.
     *
     * @param complex true when the centre has approved that the petition is difficult
     */
    LevelLimit row(Start start, boolean complex) {
        if (start.stage() == Stage.PROMISE && start.backlog()) {
            throw new IllegalArgumentException("petition " + start.petition() + " of the backlog carries no promise");
        }
        ServiceLevel level = level(start, complex);
        Stage stage = kept(start);
        return book.inForce(level, stage, start.at())
                .orElseThrow(() -> new IllegalStateException("no limit for " + stage + " on " + level));
    }

    /** The promise is given before anything is known, and either answer of the acceptance keeps it: one for all. */
    ServiceLevel level(Start start, boolean complex) {
        if (start.stage() == Stage.PROMISE || start.stage() == Stage.ACCEPTANCE) {
            return ServiceLevel.NORMAL;
        }
        return levels.of(new Known(
                start.kind(), start.urgency(), complex, book.ofTopic(start.category()), book.ofUnit(start.unit())));
    }

    /** The petition has as long as each of its units; what carries no promise has as long as an assignment. */
    private static Stage kept(Start start) {
        return switch (start.stage()) {
            case CASE_HANDLING -> Stage.HANDLING;
            case ACCEPTANCE -> start.backlog() ? Stage.ASSIGNMENT : Stage.ACCEPTANCE;
            default -> start.stage();
        };
    }
}
