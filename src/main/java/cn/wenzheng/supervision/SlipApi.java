package cn.wenzheng.supervision;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervision slips, for programs. */
@RestController
@RequestMapping("/api/supervision")
@Tag(name = "supervision", description = "督办 · Supervision")
class SlipApi {

    private final SupervisionDesk desk;
    private final CurrentActor current;

    SlipApi(SupervisionDesk desk, CurrentActor current) {
        this.desk = desk;
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
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.slips(petition, open, current.get(), Window.of(page, size));
    }
}
