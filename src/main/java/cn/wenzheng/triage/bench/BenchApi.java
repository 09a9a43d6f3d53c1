package cn.wenzheng.triage.bench;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bench over HTTP: every answer to a decision carries the next petition, so one key is one call. */
@RestController
@Tag(name = "bench", description = "受理台 · The bench")
@RequestMapping("/api/bench")
class BenchApi {

    private static final Logger LOG = LoggerFactory.getLogger(BenchApi.class);

    private final BenchDesk desk;
    private final Choices choices;
    private final CurrentActor current;

    BenchApi(BenchDesk desk, Choices choices, CurrentActor current) {
        this.desk = desk;
        this.choices = choices;
        this.current = current;
    }

    /**
     * A call of an open page.
     *
     * @param tab the page, by an id it has made
     * @param petition which one is meant
     */
    record Call(@Nullable UUID tab, @Nullable String petition) {

        UUID fromTab() {
            return Limits.required("tab", tab);
        }

        String number() {
            return Limits.required("petition", petition, 30);
        }
    }

    /** A decision to be taken back. */
    record Back(@Nullable UUID tab, @Nullable UUID decision) {}

    @GetMapping("/choices")
    @Operation(summary = "可选的单位、诉求内容和选项 · Units, topics and options to choose from")
    Choices.All choices() {
        operator();
        return choices.all();
    }

    @PostMapping("/open")
    @Operation(
            summary = "取下一件诉求 · Get the next petition",
            description = "同一诉求不会同时给两个人；写明编号时先取这一件。Nobody else gets it meanwhile; with a number that one comes first.")
    Screen open(@RequestBody Call call) {
        Actor actor = operator();
        if (call.petition() != null) {
            desk.take(call.fromTab(), call.number(), actor);
        }
        return desk.screen(call.fromTab(), null, actor);
    }

    @PostMapping("/beat")
    @Operation(summary = "页面还开着 · The page is still open")
    BenchRows.Beat beat(@RequestBody Call call) {
        Actor actor = operator();
        return desk.beat(call.fromTab(), actor);
    }

    @PostMapping("/decide")
    @Operation(
            summary = "作出决定并取下一件 · Decide and get the next petition",
            description = "决定已经提交才会返回。The decision is committed when the answer comes.")
    Screen decide(@RequestBody Asked asked) {
        Actor actor = operator();
        return after(desk.decide(asked, actor), asked.fromTab(), actor);
    }

    @PostMapping("/put-off")
    @Operation(summary = "稍后再办这一件 · Leave a petition for later")
    Screen putOff(@RequestBody Call call) {
        Actor actor = operator();
        desk.putOff(call.fromTab(), call.number(), actor);
        return after(null, call.fromTab(), actor);
    }

    @PostMapping("/undo")
    @Operation(summary = "撤销刚才的决定 · Take back the last decision")
    Screen undo(@RequestBody Back back) {
        Actor actor = operator();
        UUID tab = Limits.required("tab", back.tab());
        desk.undo(tab, Limits.required("decision", back.decision()), actor);
        return after(null, tab, actor);
    }

    /** What is committed is said as done, also where what comes next cannot be read: the page asks for that again. */
    private Screen after(Screen.@Nullable Done done, UUID tab, Actor actor) {
        try {
            return desk.screen(tab, done, actor);
        } catch (DataAccessException | TransactionException failed) {
            LOG.error("The next petition of a bench could not be read", failed);
            return desk.doneAlone(done);
        }
    }

    private Actor operator() {
        Actor actor = current.get();
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return actor;
    }
}
