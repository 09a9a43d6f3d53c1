package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes what Weibo's fan service pushes: private messages, mentions, follows and clicks.
 *
 * <p>An answer without a word means "received, do not repeat". What cannot be read is answered 400 and what is of no type that
 * we know is taken as received: neither becomes better by being repeated.
 */
@Component
class WeiboPush implements PushIntake {

    private static final int MOST = 64 << 10;

    private final WeiboSettings settings;
    private final PushedItem items;

    WeiboPush(WeiboSettings settings) {
        this.settings = settings;
        this.items = new PushedItem(settings);
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public int mostBytes() {
        return MOST;
    }

    @Override
    public Arrival accept(RawRequest request, Account account, Clock clock) {
        WeiboSignature signature = WeiboSignature.in(request.rawQuery());
        if (!signature.isProved(account.secrets("app-secret"), clock.instant(), settings.timestampMaxAge())) {
            return Arrival.refused(Ack.empty(403));
        }
        return request.method().equals("GET") ? verified(signature) : pushed(request, account);
    }

    private static Arrival verified(WeiboSignature signature) {
        String echo = signature.echo();
        return Arrival.nothing(echo == null ? Ack.empty(400) : Ack.text(200, echo));
    }

    private Arrival pushed(RawRequest request, Account account) {
        Optional<Push> read = Push.read(request.text());
        if (read.isEmpty()) {
            return Arrival.nothing(Ack.empty(400));
        }
        Push push = read.get();
        if (!push.receiver().equals(account.address())) {
            return Arrival.refused(Ack.empty(403));
        }
        List<Inbound> brought = push.sender().equals(account.address())
                ? List.of()
                : items.of(push).stream().toList();
        return Arrival.of(brought, Ack.empty(200), Ack.empty(500));
    }
}
