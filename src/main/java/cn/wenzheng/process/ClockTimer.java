package cn.wenzheng.process;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A timer of the diagram that shows a petition's clock.
 *
 * @param event the boundary event it stands on
 * @param at at which of the limit's instants it wakes up
 */
public record ClockTimer(String event, Stage stage, Mark at) {

    /** The instants of a limit. */
    public enum Mark {
        HALF(Limit::urgeAt),
        NEAR(Limit::remindAt),
        END(Limit::dueAt);

        private final Function<Limit, Instant> instant;

        Mark(Function<Limit, Instant> instant) {
            this.instant = instant;
        }

        Instant apply(Limit limit) {
            return instant.apply(limit);
        }
    }

    public static final List<ClockTimer> ALL = List.of(
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_URGE, Stage.ACCEPTANCE, Mark.HALF),
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_REMINDER, Stage.ACCEPTANCE, Mark.NEAR),
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_OVERDUE, Stage.ACCEPTANCE, Mark.END),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_URGE, Stage.ASSIGNMENT, Mark.HALF),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_REMINDER, Stage.ASSIGNMENT, Mark.NEAR),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_OVERDUE, Stage.ASSIGNMENT, Mark.END),
            new ClockTimer(Elements.BOUNDARY_EVENT_SIGN_IN_OVERDUE, Stage.SIGN_IN, Mark.END),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_URGE, Stage.HANDLING, Mark.HALF),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_REMINDER, Stage.HANDLING, Mark.NEAR),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_OVERDUE, Stage.HANDLING, Mark.END),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_URGE, Stage.REVIEW, Mark.HALF),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_REMINDER, Stage.REVIEW, Mark.NEAR),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_OVERDUE, Stage.REVIEW, Mark.END));

    /** The task whose due date is the end of a stage's limit. */
    public static final Map<Stage, String> TASKS = Map.of(
            Stage.ACCEPTANCE, Elements.TASK_ACCEPT_PETITION,
            Stage.ASSIGNMENT, Elements.TASK_ASSIGN_PETITION,
            Stage.ARBITRATION, Elements.TASK_ARBITRATE_PETITION,
            Stage.HANDLING, Elements.TASK_HANDLE_PETITION,
            Stage.REVIEW, Elements.TASK_REVIEW_PETITION,
            Stage.CALL_BACK, Elements.TASK_CLOSE_PETITION);

    /** The task on which a stage's timers stand; what is signed for is handled. */
    public static @Nullable String hostOf(Stage stage) {
        return stage == Stage.SIGN_IN ? Elements.TASK_HANDLE_PETITION : TASKS.get(stage);
    }

    /** True when it is this limit's. */
    boolean shows(Limit limit) {
        return limit.stage() == stage;
    }
}
