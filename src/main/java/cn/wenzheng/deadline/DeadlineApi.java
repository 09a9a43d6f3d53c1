package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final DeadlinePreviews previews;

    DeadlineApi(CurrentActor current, DeadlinePreviews previews) {
        this.current = current;
        this.previews = previews;
    }

    @PostMapping("/preview")
    @Operation(
            summary = "时限预览 · Preview of limits",
            description = "If a petition arrived at receivedAt: the promised first answer, each stage's limit as if the"
                    + " stage began at receivedAt, which time counts and which days do not and why. By the limits in"
                    + " force then; by those in force now when receivedAt is over. For staff.")
    DeadlinePreview preview(@RequestBody DeadlineQuestion question) {
        if (current.get().roles().isEmpty()) {
            throw Refusal.forbidden("role-never-may");
        }
        return previews.of(question);
    }
}
