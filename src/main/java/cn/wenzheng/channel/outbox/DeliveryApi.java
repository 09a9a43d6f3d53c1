package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryState;
import cn.wenzheng.petition.delivery.DeliveryTask;
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

/** The answers on their way, for programs and the pages' forms. */
@RestController
@RequestMapping("/api/deliveries")
@Tag(name = "deliveries", description = "答复送达 · Answers on their way")
class DeliveryApi {

    private final DeliveryDesk desk;
    private final CurrentActor current;

    DeliveryApi(DeliveryDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "答复送达列表 · List of answers on their way",
            description = "Without a group: what somebody has to act on. Administrators see no texts.")
    Listing<DeliveryLine> list(
            @RequestParam(required = false) DeliveryState.@Nullable Group group,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.list(group, channel, current.get(), Window.of(page, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一条答复的送达经过 · One answer with its tries and decisions")
    DeliveryDesk.Sheet one(@PathVariable String id) {
        return desk.sheet(id, current.get());
    }

    @PostMapping("/{id}/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "核准公开文字 · Clear a public text")
    void clear(@PathVariable String id, @RequestBody DeliveryCommand.Clear command) {
        desk.decide(id, DeliveryTask.CLEAR_ANSWER, command, current.get());
    }

    @PostMapping("/{id}/redirect")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "改道送达 · Redirect an answer that cannot be delivered")
    void redirect(@PathVariable String id, @RequestBody DeliveryCommand.Redirect command) {
        desk.decide(id, DeliveryTask.REDIRECT_ANSWER, command, current.get());
    }

    @PostMapping("/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "核实送达 · Settle an answer whose fate is unknown")
    void settle(@PathVariable String id, @RequestBody DeliveryCommand.Settle command) {
        desk.decide(id, DeliveryTask.SETTLE_ANSWER, command, current.get());
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "立即再试 · Try it now")
    void retry(@PathVariable String id) {
        desk.tryNow(id, current.get());
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "取消送达 · Cancel an answer that has not left")
    void cancel(@PathVariable String id) {
        desk.cancel(id, current.get());
    }
}
