package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Speaks and listens as a citizen on the simulated platforms; outside profile {@code demo} there is no such door. */
@RestController("simulatedSimulatorApi")
@Profile("demo")
@RequestMapping("/simulator")
@Tag(name = "simulator", description = "模拟平台 · The simulated platforms: weibo, wechat, alipay, email, open311, webhook")
class SimulatorApi {

    private final SimulatorDesk desk;
    private final Hearing hearing;
    private final Behaviours behaviours;
    private final Trickle trickle;
    private final CurrentActor current;
    private final Clock clock;

    SimulatorApi(
            SimulatorDesk desk,
            Hearing hearing,
            Behaviours behaviours,
            Trickle trickle,
            CurrentActor current,
            Clock clock) {
        this.desk = desk;
        this.hearing = hearing;
        this.behaviours = behaviours;
        this.trickle = trickle;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What was posted.
     *
     * @param user the citizen, to be asked for by {@code received}
     */
    record Posted(String id, String user) {}

    @PostMapping("/{channel}/post")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "以市民身份在平台上发言 · Speak as a citizen on a platform")
    Posted post(@PathVariable String channel, @RequestBody Saying saying) {
        Post post = desk.post(Platform.of(channel), saying, current.get());
        return new Posted(String.valueOf(post.id()), post.label());
    }

    /** What a citizen has received from the city. */
    record Received(
            String id,
            String user,
            String means,
            String text,
            OffsetDateTime at,
            @Nullable String inReplyTo) {}

    /** One page of what was received, the oldest first. */
    record ReceivedPage(List<Received> items, long total) {}

    @GetMapping("/{channel}/received")
    @Operation(summary = "市民在平台上收到的内容 · What citizens have received on a platform")
    ReceivedPage received(
            @PathVariable String channel,
            @Parameter(description = "市民 · the citizen, as given when posting")
                    @RequestParam(required = false)
                    @Nullable
                    String user,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Hearing.Heard heard = hearing.heard(Platform.of(channel), user, Window.of(page, size), current.get());
        return new ReceivedPage(heard.replies().stream().map(this::shown).toList(), heard.total());
    }

    private Received shown(Replies.Reply reply) {
        return new Received(
                String.valueOf(reply.id()),
                reply.user(),
                reply.means(),
                reply.text(),
                here(reply.at()),
                reply.target());
    }

    private OffsetDateTime here(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }

    @GetMapping("/{channel}/behaviour")
    @Operation(summary = "平台现在的表现 · How a platform behaves now")
    Map<String, String> behaviour(@PathVariable String channel) {
        SimulatorDesk.mayRunTheDemo(current.get());
        return behaviours.of(Platform.of(channel)).told();
    }

    @PostMapping("/{channel}/behaviour")
    @Operation(
            summary = "设定平台的表现 · Make a platform behave",
            description = "开关名和值，false 为恢复平常；expire-token、delete-post 只做一次 · Switches by name, false puts one"
                    + " back; expire-token and delete-post are done once")
    Map<String, String> behave(@PathVariable String channel, @RequestBody Map<String, @Nullable Object> wanted) {
        return desk.behave(Platform.of(channel), wanted, current.get());
    }

    /** @param perHour how many synthetic citizens speak in an hour of an even day; 0 is none */
    record Flow(@Nullable Integer perHour) {}

    @GetMapping("/trickle")
    @Operation(summary = "合成诉求的速度 · The trickle of synthetic petitions")
    Flow trickle() {
        SimulatorDesk.mayRunTheDemo(current.get());
        return new Flow(trickle.perHour());
    }

    @PostMapping("/trickle")
    @Operation(summary = "设定合成诉求的速度 · Set the trickle of synthetic petitions")
    Flow trickle(@RequestBody Flow wanted) {
        return new Flow(trickle.set(wanted.perHour(), current.get()));
    }
}
