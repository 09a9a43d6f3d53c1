package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.channel.SourceRef;
import cn.wenzheng.petition.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Answers on Weibo.
 *
 * <p>Who spoke in private is answered in private. Who mentioned the city in public first hears in private, with the way to his
 * own page, by the one message that a mention allows; the answer itself stands below his post, where everybody has read the
 * question.
 */
@Component
class WeiboDelivery implements Delivery {

    private static final Duration UNTIL_READ = Duration.ofMinutes(30);

    private final WeiboApi api;
    private final WeiboSettings settings;
    private final ReplyWindow window;
    private final WeiboReadBack readBack;

    WeiboDelivery(WeiboApi api, WeiboSettings settings) {
        this.api = api;
        this.settings = settings;
        this.window = new ReplyWindow(settings);
        this.readBack = new WeiboReadBack(api, settings);
    }

    @Override
    public Channel channel() {
        return Channel.WEIBO;
    }

    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        if (!publicSource) {
            return List.of(Means.PRIVATE_MESSAGE);
        }
        return switch (code(occasion)) {
            case "dispatched" -> List.of(Means.COMMENT);
            case "answer" -> List.of(Means.COMMENT, Means.PRIVATE_MESSAGE);
            default -> List.of(Means.PRIVATE_MESSAGE, Means.COMMENT);
        };
    }

    /** An occasion may be told by its code or by its name. */
    private static String code(String occasion) {
        return occasion.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        WeiboSettings.Count count = settings.count();
        return new WeiboLength(means.isPublic() ? count.comment() : count.privateMessage(), count);
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return means.isPublic() ? AfterUnknown.READ_BACK : AfterUnknown.RETRY_ONCE;
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        TextLimit limit = limit(account, reply.means());
        if (limit.length(reply.text()) > limit.most()) {
            return new Outcome.Refused(reply.means().isPublic() ? "20012" : "20013", "content");
        }
        Outcome outcome = reply.means().isPublic() ? comment(reply, account) : message(reply, account);
        boolean again = reply.tries() > 0 || reply.afterUnknown();
        return again && outcome instanceof Outcome.Duplicate ? new Outcome.Sent(null) : outcome;
    }

    @Override
    public int allowance(Account account, Reply.Contact contact, Means means, Instant now) {
        return means == Means.PRIVATE_MESSAGE ? window.left(contact, now) : Integer.MAX_VALUE;
    }

    @Override
    public int readBackCalls() {
        return settings.poll().readBackPages();
    }

    @Override
    public Outcome readBack(Reply reply, Account account) {
        return readBack.find(reply, account);
    }

    private Outcome message(Reply reply, Account account) {
        Outcome closed = window.closed(reply.contact(), reply.now());
        if (closed != null) {
            return closed;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", "text");
        parameters.put("data", WeiboJson.write(Map.of("text", reply.text())));
        parameters.put("receiver_id", reply.contact().person());
        parameters.put("save_sender_box", "1");
        WeiboSaid said = api.message(account, parameters, reply.now());
        if (said.trouble() != null) {
            return said.trouble();
        }
        String id = WeiboJson.id(said.body());
        return new Outcome.Sent(id.isEmpty() ? null : id);
    }

    private Outcome comment(Reply reply, Account account) {
        SourceRef source = reply.contact().source();
        if (source == null) {
            return withoutPost(reply);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id", source.post());
        parameters.put("comment", reply.text());
        parameters.put("comment_ori", "0");
        parameters.put("rip", settings.rip());
        if (source.comment() != null) {
            parameters.put("cid", source.comment());
            parameters.put("without_mention", "0");
        }
        String path = source.comment() == null ? "2/comments/create" : "2/comments/reply";
        WeiboSaid said = api.post(account, path, parameters, reply.now());
        if (said.trouble() != null) {
            return said.trouble();
        }
        String id = WeiboJson.id(said.body());
        return id.isEmpty() ? new Outcome.Unknown("no-id") : new Outcome.Sent(id);
    }

    /** A comment that was pushed does not always say below which post it stands; the next reading does. */
    private static Outcome withoutPost(Reply reply) {
        return reply.contact().conversationKey().startsWith("c:")
                ? new Outcome.NotNow(reply.now().plus(UNTIL_READ), "post-unknown")
                : new Outcome.TargetGone("post");
    }
}
