package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptTopic;
import cn.wenzheng.organization.Term;
import cn.wenzheng.organization.TopicRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of topics and the duty directory over HTTP. */
@RestController
@RequestMapping("/api/admin/topics")
@Tag(name = "city-administration")
class TopicsApi {

    private final TopicRegister register;
    private final CurrentActor current;

    TopicsApi(TopicRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    /** @param gap true for a leaf that no unit answers for */
    record Line(
            String code,
            String name,
            @Nullable String parent,
            boolean leaf,
            @Nullable String unit,
            @Nullable String clause,
            List<String> keywords,
            boolean gap,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant closedAt) {

        static Line of(Category topic, @Nullable Instant closedAt) {
            return new Line(
                    topic.code(),
                    topic.name(),
                    topic.parent(),
                    topic.leaf(),
                    topic.unit(),
                    topic.clause(),
                    topic.keywords(),
                    closedAt == null && topic.isGap(),
                    topic.term().from(),
                    topic.term().to(),
                    closedAt);
        }
    }

    /**
     * A topic to come.
     *
     * @param keywords with | between them
     * @param from the first day on which it is offered; left out, it is offered at once
     * @param to the last day
     */
    record NewTopic(
            @Nullable String code,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String keywords,
            @Nullable String from,
            @Nullable String to) {}

    /** The topic as it shall be; its duty stays. */
    record ChangedTopic(
            @Nullable String name,
            @Nullable String parent,
            @Nullable String keywords,
            @Nullable String from,
            @Nullable String to) {}

    /** @param unit left out, nobody answers for the topic */
    record Duty(@Nullable String unit, @Nullable String clause) {}

    @GetMapping
    @Operation(summary = "诉求内容与职责 · Topics and duties")
    Listing<Line> topics() {
        List<Line> lines = register.topics(current.get()).stream()
                .map(topic -> Line.of(topic, null))
                .toList();
        return new Listing<>(lines, lines.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项诉求内容 · One topic")
    Line topic(@PathVariable String id) {
        KeptTopic kept = register.topic(id, current.get());
        return Line.of(kept.topic(), kept.closedAt());
    }

    @PostMapping
    @Operation(summary = "新增诉求内容 · Add a topic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody NewTopic topic) {
        Term term = Term.of(topic.from(), topic.to());
        register.add(topic.code(), topic.name(), topic.parent(), topic.keywords(), term, current.get());
    }

    @PostMapping("/{id}")
    @Operation(summary = "改名称、上级、关键词和期限 · Change name, parent, keywords and term")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody ChangedTopic topic) {
        Term term = Term.of(topic.from(), topic.to());
        register.change(id, topic.name(), topic.parent(), topic.keywords(), term, current.get());
    }

    @PostMapping("/{id}/duty")
    @Operation(summary = "定承办单位和职责条款 · Say which unit answers for it, and by which clause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setDuty(@PathVariable String id, @RequestBody Duty duty) {
        register.setDuty(id, duty.unit(), duty.clause(), current.get());
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "停用诉求内容 · Close a topic")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id) {
        register.close(id, current.get());
    }
}
