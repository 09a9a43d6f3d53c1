package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Arrival.Verdict;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door that platforms knock at. The adapter of the channel says who it is and what it brings; the platform hears that it
 * was taken when it is committed, and not before.
 */
@RestController
@Tag(name = "channels", description = "渠道 · Channels")
class CallbackApi {

    private final List<PushIntake> intakes;
    private final Accounts accounts;
    private final Counter counter;
    private final Clock clock;

    CallbackApi(ObjectProvider<PushIntake> intakes, Accounts accounts, Counter counter, Clock clock) {
        this.intakes = intakes.orderedStream().toList();
        this.accounts = accounts;
        this.counter = counter;
        this.clock = clock;
    }

    @Operation(summary = "平台验证回调地址 · A platform verifies the address")
    @GetMapping("/channels/{channel}/{account}")
    void verify(
            @PathVariable String channel,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(response, heard(channel, account, request));
    }

    @Operation(
            summary = "平台推送 · A platform pushes",
            description = "The body is the platform's own; it is signed, and read by the channel's adapter alone.")
    @PostMapping("/channels/{channel}/{account}")
    void push(
            @PathVariable String channel,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(response, heard(channel, account, request));
    }

    private Ack heard(String channel, String code, HttpServletRequest request) throws IOException {
        PushIntake intake = intakes.stream()
                .filter(candidate -> candidate.channel().code().equals(channel))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Account account = accounts.find(intake.channel(), code).orElseThrow(Refusal::notFound);
        if (!Incoming.isPlain(request)) {
            return Ack.empty(415);
        }
        byte[] body = Incoming.body(request, intake.mostBytes());
        if (body == null) {
            return Ack.empty(413);
        }
        RawRequest raw = Incoming.of(request, body, clock.instant());
        Arrival arrival = intake.accept(raw, account, clock);
        accounts.seen(account, arrival.verdict() == Verdict.REFUSED ? Sign.FORGED : Sign.PUSHED, raw.receivedAt());
        return arrival.items().isEmpty() ? arrival.ack() : taken(account, arrival, raw);
    }

    private Ack taken(Account account, Arrival arrival, RawRequest raw) {
        return switch (counter.take(account, arrival.items(), raw.body())) {
            case ALL -> {
                accounts.seen(account, Sign.ITEM, raw.receivedAt());
                yield arrival.ack();
            }
            // Another system must hear that its second version was not taken; a platform would only repeat it.
            case OTHER_WORDS -> account.channel() == Channel.WEBHOOK ? Ack.empty(409) : arrival.ack();
            case NOT_NOW -> arrival.failure();
        };
    }

    private static void answer(HttpServletResponse response, Ack ack) throws IOException {
        response.setStatus(ack.status());
        if (ack.body().length > 0) {
            response.setContentType(ack.contentType());
        }
        response.setContentLength(ack.body().length);
        response.getOutputStream().write(ack.body());
    }
}
