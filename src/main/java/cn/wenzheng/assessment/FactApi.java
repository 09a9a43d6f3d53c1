package cn.wenzheng.assessment;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The facts of assessment, for programs. */
@RestController
@RequestMapping("/api/assessment")
@Tag(name = "assessment", description = "绩效考核 · Performance assessment")
class FactApi {

    private final AssessmentDesk desk;
    private final CurrentActor current;
    private final Clock clock;

    FactApi(AssessmentDesk desk, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/facts")
    @Operation(
            summary = "考核事实 · Facts of assessment",
            description =
                    "Newest first; late counts minutes. from and to are dates or instants of the petitions' arrival."
                            + " For assessors, supervisors and auditors.")
    Listing<Fact> facts(
            @RequestParam(required = false) @Nullable String petition,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Period received = Period.of(from, to, clock.getZone());
        return desk.facts(petition, unit, received, current.get(), Window.of(page, size));
    }
}
