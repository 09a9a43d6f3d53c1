package cn.wenzheng.process.sweep;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.util.List;

/**
 * A timer of {@code processes/petition-handling.bpmn} and the limit it has to wake up for.
 *
 * @param task the user task that waits while the limit runs
 * @param timer the boundary event at that task
 * @param mark the instant of the limit at which it wakes up
 */
record Watch(Stage stage, String task, String timer, Mark mark) {

    /** The instants of a limit, by the columns of its row. */
    enum Mark {
        REMIND,
        DUE
    }

    /** A stage whose limit is the due date of a task. */
    record Dated(Stage stage, String task) {}

    static final List<Watch> TIMERS = List.of(
            new Watch(
                    Stage.ACCEPTANCE,
                    Elements.TASK_ACCEPT_PETITION,
                    Elements.BOUNDARY_EVENT_ACCEPTANCE_REMINDER,
                    Mark.REMIND),
            new Watch(
                    Stage.ACCEPTANCE,
                    Elements.TASK_ACCEPT_PETITION,
                    Elements.BOUNDARY_EVENT_ACCEPTANCE_OVERDUE,
                    Mark.DUE),
            new Watch(
                    Stage.ASSIGNMENT,
                    Elements.TASK_ASSIGN_PETITION,
                    Elements.BOUNDARY_EVENT_ASSIGNMENT_REMINDER,
                    Mark.REMIND),
            new Watch(
                    Stage.ASSIGNMENT,
                    Elements.TASK_ASSIGN_PETITION,
                    Elements.BOUNDARY_EVENT_ASSIGNMENT_OVERDUE,
                    Mark.DUE),
            new Watch(
                    Stage.HANDLING,
                    Elements.TASK_HANDLE_PETITION,
                    Elements.BOUNDARY_EVENT_HANDLING_REMINDER,
                    Mark.REMIND),
            new Watch(
                    Stage.HANDLING, Elements.TASK_HANDLE_PETITION, Elements.BOUNDARY_EVENT_HANDLING_OVERDUE, Mark.DUE),
            new Watch(
                    Stage.REVIEW, Elements.TASK_REVIEW_PETITION, Elements.BOUNDARY_EVENT_REVIEW_REMINDER, Mark.REMIND),
            new Watch(Stage.REVIEW, Elements.TASK_REVIEW_PETITION, Elements.BOUNDARY_EVENT_REVIEW_OVERDUE, Mark.DUE));

    static final List<Dated> TASKS = List.of(
            new Dated(Stage.ACCEPTANCE, Elements.TASK_ACCEPT_PETITION),
            new Dated(Stage.ASSIGNMENT, Elements.TASK_ASSIGN_PETITION),
            new Dated(Stage.HANDLING, Elements.TASK_HANDLE_PETITION),
            new Dated(Stage.REVIEW, Elements.TASK_REVIEW_PETITION),
            new Dated(Stage.CALL_BACK, Elements.TASK_CLOSE_PETITION));
}
