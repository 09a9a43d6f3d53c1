package cn.wenzheng.process.task;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * A stage whose limit the diagram watches.
 *
 * @param reminded the end event behind its reminder
 * @param escalated the end event behind its missed limit
 */
record TimedStage(Stage stage, String reminded, String escalated) {

    private static final List<TimedStage> ALL = List.of(
            new TimedStage(
                    Stage.ACCEPTANCE, Elements.END_EVENT_ACCEPTANCE_REMINDED, Elements.END_EVENT_ACCEPTANCE_ESCALATED),
            new TimedStage(
                    Stage.ASSIGNMENT, Elements.END_EVENT_ASSIGNMENT_REMINDED, Elements.END_EVENT_ASSIGNMENT_ESCALATED),
            new TimedStage(Stage.HANDLING, Elements.END_EVENT_HANDLING_REMINDED, Elements.END_EVENT_HANDLING_ESCALATED),
            new TimedStage(Stage.REVIEW, Elements.END_EVENT_REVIEW_REMINDED, Elements.END_EVENT_REVIEW_ESCALATED));

    /** The stage whose end event the execution has reached. */
    static TimedStage endingAt(DelegateExecution execution, Function<TimedStage, String> endEvent) {
        String here = execution.getCurrentActivityId();
        return ALL.stream()
                .filter(stage -> endEvent.apply(stage).equals(here))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage is timed at " + here));
    }

    /** The unit whose limit it is; null at the centre's own stages. */
    @Nullable
    String unitIn(DelegateExecution execution) {
        return stage == Stage.HANDLING ? Variables.UNIT_CODE.get(execution) : null;
    }
}
