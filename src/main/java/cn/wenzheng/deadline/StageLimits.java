package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Start;
import org.jspecify.annotations.Nullable;

/** How much time each stage has; start values, source: the domain reference, the centre's own limits. */
final class StageLimits {

    private static final Budget ACCEPTANCE_OF_BACKLOG = new WorkingDays(1, 2);
    private static final Budget ASSIGNMENT = new WorkingDays(1, 2);
    private static final Budget SIGN_IN = WorkingDays.of(1);
    private static final Budget REVIEW = WorkingDays.of(1);
    private static final Budget CALL_BACK = WorkingDays.of(3);
    private static final Budget WHOLE = WorkingDays.of(10);

    private StageLimits() {}

    /** A petition is taken on or refused within the promise, because either sends the first answer. */
    static Budget of(Start start) {
        return switch (start.stage()) {
            case PROMISE -> promise(start);
            case ACCEPTANCE -> start.backlog() ? ACCEPTANCE_OF_BACKLOG : Promise.WHOLE;
            case ASSIGNMENT -> ASSIGNMENT;
            case SIGN_IN -> SIGN_IN;
            case HANDLING, CASE_HANDLING ->
                ServiceLevel.of(start.kind(), start.urgency()).handling();
            case REVIEW -> REVIEW;
            case CALL_BACK -> CALL_BACK;
            case WHOLE -> WHOLE;
        };
    }

    /** The service level that decides; null for the centre's own stages. */
    static @Nullable String level(Start start) {
        return switch (start.stage()) {
            case HANDLING, CASE_HANDLING ->
                ServiceLevel.of(start.kind(), start.urgency()).name();
            default -> null;
        };
    }

    private static Budget promise(Start start) {
        if (start.backlog()) {
            throw new IllegalArgumentException("petition " + start.petition() + " of the backlog carries no promise");
        }
        return Promise.WHOLE;
    }
}
