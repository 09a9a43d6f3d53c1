package cn.wenzheng.supervision;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The supervision slips, for programs. */
@RestController
@RequestMapping("/api/supervision")
@Tag(name = "supervision", description = "督办 · Supervision")
class SlipApi {

    private final SupervisionDesk desk;
    private final SlipActions actions;
    private final CurrentActor current;

    SlipApi(SupervisionDesk desk, SlipActions actions, CurrentActor current) {
        this.desk = desk;
        this.actions = actions;
        this.current = current;
    }

    @GetMapping("/slips")
    @Operation(
            summary = "督办单列表 · List of supervision slips",
            description =
                    "The open and most urgent first. Supervisors, auditors and assessors see all, handlers and heads"
                            + " those of their unit.")
    Listing<Slip> slips(
            @RequestParam(required = false) @Nullable String petition,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Rung rung,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.slips(petition, open, rung, current.get(), Window.of(page, size));
    }

    @GetMapping("/slips/{id}")
    @Operation(summary = "一张督办单 · One supervision slip")
    Slip slip(@PathVariable String id) {
        return desk.slip(id, current.get());
    }

    @PostMapping("/slips/{id}/report")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "反馈督办 · Report on a slip", description = "The unit's head, once on each slip.")
    void report(@PathVariable String id, @RequestBody SlipCommand.Report command) {
        actions.report(id, command, current.get());
    }

    @PostMapping("/slips/{id}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "解除督办或升一级 · Lift a slip or have the next rung follow",
            description =
                    "The supervisor, with a reason either way; without lifting, the slip of the next rung goes out at"
                            + " once.")
    void decide(@PathVariable String id, @RequestBody SlipCommand.Decide command) {
        actions.decide(id, command, current.get());
    }

    @PostMapping("/slips/{id}/rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "裁定督办 · Rule on a slip", description = "The supervisor, on a slip of the highest rung.")
    void rule(@PathVariable String id, @RequestBody SlipCommand.Rule command) {
        actions.rule(id, command, current.get());
    }
}
