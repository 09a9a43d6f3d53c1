package cn.wenzheng.process.task;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import cn.wenzheng.process.PetitionHandling.Variables;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** A stage whose limit the diagram watches, with the end events behind its timers. */
enum TimedStage {
    ACCEPTANCE(
            Stage.ACCEPTANCE,
            Elements.END_EVENT_ACCEPTANCE_URGED,
            Elements.END_EVENT_ACCEPTANCE_REMINDED,
            Elements.END_EVENT_ACCEPTANCE_ESCALATED),
    ASSIGNMENT(
            Stage.ASSIGNMENT,
            Elements.END_EVENT_ASSIGNMENT_URGED,
            Elements.END_EVENT_ASSIGNMENT_REMINDED,
            Elements.END_EVENT_ASSIGNMENT_ESCALATED),
    SIGN_IN(Stage.SIGN_IN, Elements.END_EVENT_SIGN_IN_ESCALATED),
    HANDLING(
            Stage.HANDLING,
            Elements.END_EVENT_HANDLING_URGED,
            Elements.END_EVENT_HANDLING_REMINDED,
            Elements.END_EVENT_HANDLING_ESCALATED),
    REVIEW(
            Stage.REVIEW,
            Elements.END_EVENT_REVIEW_URGED,
            Elements.END_EVENT_REVIEW_REMINDED,
            Elements.END_EVENT_REVIEW_ESCALATED);

    private final Stage stage;
    private final Set<String> endEvents;

    TimedStage(Stage stage, String... endEvents) {
        this.stage = stage;
        this.endEvents = Set.of(endEvents);
    }

    /** The stage one of whose end events the execution has reached. */
    static TimedStage endingAt(DelegateExecution execution) {
        String here = execution.getCurrentActivityId();
        return Stream.of(values())
                .filter(timed -> timed.endEvents.contains(here))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage is timed at " + here));
    }

    Stage stage() {
        return stage;
    }

    /** The unit whose limit it is; null at the centre's own stages. */
    @Nullable
    String unitIn(DelegateExecution execution) {
        return stage == Stage.HANDLING || stage == Stage.SIGN_IN ? Variables.UNIT_CODE.get(execution) : null;
    }
}
