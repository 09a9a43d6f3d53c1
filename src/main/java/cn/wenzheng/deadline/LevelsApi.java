package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The service levels over HTTP. */
@RestController
@RequestMapping("/api/admin/levels")
@Tag(name = "service-levels", description = "服务级别 · Service levels")
class LevelsApi {

    private final LevelDesk desk;
    private final CurrentActor current;

    LevelsApi(LevelDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * Everything about the levels.
     *
     * @param limits every dated row, the latest of a stage first
     * @param topics topics with a level of their own, which the topics below them share
     * @param units units with a level of their own
     */
    record Levels(List<Row> limits, Map<String, ServiceLevel> topics, Map<String, ServiceLevel> units) {}

    /** @param amount 5, or 1/2 for half a working day */
    record Row(
            ServiceLevel level,
            Stage stage,
            LevelLine.State state,
            String amount,
            Measure measure,
            boolean nextDay,
            int extensions,
            int extensionDays,
            Instant validFrom,
            @Nullable String reason,
            @Nullable String setBy,
            Instant setAt) {

        static Row of(LevelLine line) {
            LevelLimit limit = line.limit();
            return new Row(
                    limit.level(),
                    limit.stage(),
                    line.state(),
                    limit.amount(),
                    limit.measure(),
                    limit.nextDay(),
                    limit.extensions(),
                    limit.extensionDays(),
                    limit.validFrom(),
                    limit.reason(),
                    limit.setBy(),
                    limit.setAt());
        }
    }

    /** @param level left out, the topic has the level of the topic above it, or none */
    record TopicLevel(@Nullable String topic, @Nullable ServiceLevel level) {}

    /** @param level left out, the unit has no level of its own */
    record UnitLevel(@Nullable String unit, @Nullable ServiceLevel level) {}

    @GetMapping
    @Operation(summary = "服务级别与时限 · Service levels and their limits")
    Levels levels() {
        Actor actor = current.get();
        List<Row> rows = Stream.of(ServiceLevel.values())
                .flatMap(level ->
                        desk.stages(level, actor).stream().flatMap(stage -> desk.lines(level, stage, actor).stream()))
                .map(Row::of)
                .toList();
        return new Levels(rows, desk.topics(actor), desk.units(actor));
    }

    @PostMapping
    @Operation(
            summary = "新定一项时限 · Set a limit anew",
            description = "Adds a dated row, in force from now on or from the given day; limits that run already keep"
                    + " the time they were given.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody LevelChange change) {
        desk.change(change, current.get());
    }

    @PostMapping("/topics")
    @Operation(summary = "定诉求内容的服务级别 · Give a topic a service level, or take it away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markTopic(@RequestBody TopicLevel mark) {
        desk.markTopic(mark.topic(), mark.level(), current.get());
    }

    @PostMapping("/units")
    @Operation(summary = "定单位的服务级别 · Give a unit a service level, or take it away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markUnit(@RequestBody UnitLevel mark) {
        desk.markUnit(mark.unit(), mark.level(), current.get());
    }
}
