package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.deadline.DeadlinePreview.StageDue;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Limits, asked for without a petition. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "deadlines", description = "时限 · Time limits")
class DeadlineApi {

    private final CurrentActor current;
    private final OrganizationDesk organization;
    private final WorkingTime work;
    private final DeadlineExplanation explanation;

    DeadlineApi(
            CurrentActor current, OrganizationDesk organization, WorkingTime work, DeadlineExplanation explanation) {
        this.current = current;
        this.organization = organization;
        this.work = work;
        this.explanation = explanation;
    }

    @PostMapping("/preview")
    @Operation(
            summary = "时限预览 · Preview of limits",
            description = "If a petition arrived at receivedAt: the promised first answer, each stage's limit as if the"
                    + " stage began at receivedAt, and how the promise comes about. For staff.")
    DeadlinePreview preview(@RequestBody DeadlineQuestion question) {
        if (current.get().roles().isEmpty()) {
            throw Refusal.forbidden("role-never-may");
        }
        Instant at = question.arrival();
        String unit = question.handlingUnit(organization);
        List<String> sentences = new ArrayList<>(promise(at));
        if (unit != null) {
            sentences.add(explanation.unit(unit));
        }
        sentences.add(explanation.level(ServiceLevel.of(question.kind(), question.urgency())));
        List<StageDue> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Budget budget = StageLimits.of(start(question, stage, at));
            stages.add(new StageDue(stage, budget.end(at, work)));
            sentences.add(explanation.stage(stage, budget, budget.end(at, work)));
        }
        return new DeadlinePreview(Promise.WHOLE.end(at, work), stages, sentences);
    }

    private List<String> promise(Instant at) {
        List<String> sentences = new ArrayList<>();
        sentences.add(explanation.arrival(at));
        Promise.WHOLE.burns(at, work).forEach(burn -> sentences.add(explanation.burn(burn)));
        sentences.add(explanation.promise(Promise.WHOLE.end(at, work)));
        return sentences;
    }

    private static Start start(DeadlineQuestion question, Stage stage, Instant at) {
        return new Start("", stage, "", 1, at, question.kind(), question.urgency(), question.category(), false);
    }
}
