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
record ClockTimer(String event, Stage stage, Function<Limit, Instant> at) {

    static final List<ClockTimer> ALL = List.of(
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_URGE, Stage.ACCEPTANCE, Limit::urgeAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_REMINDER, Stage.ACCEPTANCE, Limit::remindAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_ACCEPTANCE_OVERDUE, Stage.ACCEPTANCE, Limit::dueAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_URGE, Stage.ASSIGNMENT, Limit::urgeAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_REMINDER, Stage.ASSIGNMENT, Limit::remindAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_ASSIGNMENT_OVERDUE, Stage.ASSIGNMENT, Limit::dueAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_SIGN_IN_OVERDUE, Stage.SIGN_IN, Limit::dueAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_URGE, Stage.HANDLING, Limit::urgeAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_REMINDER, Stage.HANDLING, Limit::remindAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_HANDLING_OVERDUE, Stage.HANDLING, Limit::dueAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_URGE, Stage.REVIEW, Limit::urgeAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_REMINDER, Stage.REVIEW, Limit::remindAt),
            new ClockTimer(Elements.BOUNDARY_EVENT_REVIEW_OVERDUE, Stage.REVIEW, Limit::dueAt));

    /** The task whose due date is the end of a stage's limit. */
    static final Map<Stage, String> TASKS = Map.of(
            Stage.ACCEPTANCE, Elements.TASK_ACCEPT_PETITION,
            Stage.ASSIGNMENT, Elements.TASK_ASSIGN_PETITION,
            Stage.HANDLING, Elements.TASK_HANDLE_PETITION,
            Stage.REVIEW, Elements.TASK_REVIEW_PETITION,
            Stage.CALL_BACK, Elements.TASK_CLOSE_PETITION);

    /** The task on which a stage's timers stand; what is signed for is handled. */
    static @Nullable String hostOf(Stage stage) {
        return stage == Stage.SIGN_IN ? Elements.TASK_HANDLE_PETITION : TASKS.get(stage);
    }

    /** True when it is this limit's. */
    boolean shows(Limit limit) {
        return limit.stage() == stage;
    }
}
