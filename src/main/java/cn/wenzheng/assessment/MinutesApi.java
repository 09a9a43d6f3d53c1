package cn.wenzheng.assessment;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Period;
import cn.wenzheng.deadline.UnitMinutes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units' responsibility time, for programs. */
@RestController("assessedMinutesApi")
@Tag(name = "assessment")
class MinutesApi {

    private final AssessmentDesk desk;
    private final CurrentActor current;
    private final Clock clock;

    MinutesApi(AssessmentDesk desk, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/api/assessment/minutes")
    @Operation(
            summary = "各单位责任时间 · The units' responsibility time",
            description = "What each lead unit has had of the petitions received in the period, the longest first."
                    + " charged leaves out returns that were agreed to. For assessors, supervisors and auditors.")
    Listing<UnitMinutes> minutes(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        List<UnitMinutes> all = desk.minutes(Period.of(from, to, clock.getZone()), current.get());
        return new Listing<>(all, all.size());
    }
}
