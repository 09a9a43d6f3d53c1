package cn.wenzheng.demo;

import cn.wenzheng.access.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door of the movable clock; outside profile {@code demo} there is no such door. */
@RestController
@Profile("demo")
@Tag(name = "demo", description = "演示城市 · The demo city")
class DemoClockApi {

    private final DemoTime time;
    private final Clock clock;
    private final CurrentActor current;

    DemoClockApi(DemoTime time, Clock clock, CurrentActor current) {
        this.time = time;
        this.clock = clock;
        this.current = current;
    }

    /** @param advance how far, for example {@code PT26H} */
    record Advance(@Nullable String advance) {}

    /** @param now the product's time, in the city's zone */
    record Now(OffsetDateTime now) {}

    @PostMapping("/api/demo/clock")
    @Operation(summary = "把演示时钟向前拨 · Move the one clock forward")
    Now advance(@RequestBody Advance request) {
        return new Now(time.advance(request.advance(), current.get())
                .atZone(clock.getZone())
                .toOffsetDateTime());
    }
}
