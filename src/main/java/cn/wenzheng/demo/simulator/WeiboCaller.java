package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Weibo's callbacks: private messages, events and mentions, signed with the app's secret. */
@Simulated("simulatedWeiboCaller")
class WeiboCaller implements Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Registry registry;
    private final Behaviours behaviours;
    private final Clock clock;

    WeiboCaller(Registry registry, Behaviours behaviours, Clock clock) {
        this.registry = registry;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.WEIBO;
    }

    @Override
    public boolean tells(Post post, Behaviour behaviour) {
        return !isMention(post) || !behaviour.is(Switch.MENTION_PUSH, "off");
    }

    private static boolean isMention(Post post) {
        return post.is("mention") || post.is("comment") || post.is("repost");
    }

    @Override
    public HttpRequest.Builder request(Post post, String product, int tries) {
        Behaviour behaviour = behaviours.of(Platform.WEIBO);
        boolean same = behaviour.is(Switch.SAME_NONCE);
        long millis = same ? post.saidAt().toEpochMilli() : clock.millis();
        String timestamp = String.valueOf(behaviour.is(Switch.TIMESTAMP_UNIT, "seconds") ? millis / 1000 : millis);
        String nonce = String.valueOf(post.id() % 100_000_000 * 10 + (same ? 0 : tries));
        String signature = Hashes.sorted(Registry.WEIBO_APP_SECRET, timestamp, nonce);
        boolean xml = behaviour.is(Switch.PUSH_FORM, "xml");
        String receiver = registry.find(Platform.WEIBO, post.account()).address();
        return Wire.to(product + "/channels/weibo/" + post.account() + "?signature=" + signature + "&timestamp="
                        + timestamp + "&nonce=" + nonce)
                .header("Content-Type", xml ? "text/xml;charset=UTF-8" : "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        xml ? WeiboXml.of(post, receiver) : json(post, receiver, behaviour)));
    }

    static String json(Post post, String receiver, Behaviour behaviour) {
        ObjectNode push = JSON.createObjectNode();
        push.put("type", type(post));
        if (behaviour.is(Switch.IDS, "text")) {
            push.put("receiver_id", receiver).put("sender_id", post.person());
        } else {
            push.put("receiver_id", Long.parseLong(receiver)).put("sender_id", Long.parseLong(post.person()));
        }
        push.put("created_at", WeiboWords.time(post.saidAt()));
        push.put("text", words(post));
        data(post, behaviour.is(Switch.MENTION_PUSH, "flat") && isMention(post) ? push : push.putObject("data"));
        return push.toString();
    }

    private static void data(Post post, ObjectNode data) {
        switch (type(post)) {
            case "mention" ->
                data.put("subtype", post.is("comment") ? "comment" : "status").put("key", String.valueOf(post.id()));
            case "event" -> data.put("subtype", subtype(post)).put("key", post.is("menu") ? "menu_1" : "");
            case "position" ->
                data.put("longitude", String.valueOf(post.longitude()))
                        .put("latitude", String.valueOf(post.latitude()));
            case "image", "voice" ->
                data.put("vfid", String.valueOf(post.media())).put("tovfid", String.valueOf(post.media()));
            default -> {}
        }
    }

    static String type(Post post) {
        if (isMention(post)) {
            return "mention";
        }
        if (post.isEvent()) {
            return "event";
        }
        if (post.latitude() != null) {
            return "position";
        }
        return post.media() == null ? "text" : "image";
    }

    static String subtype(Post post) {
        return post.is("menu") ? "click" : post.kind().toLowerCase(Locale.ROOT);
    }

    /** What the platform writes where the citizen wrote nothing. */
    static String words(Post post) {
        return switch (type(post)) {
            case "event" -> post.is("unfollow") ? "取消关注" : "关注事件消息";
            case "position" -> post.text().isBlank() ? "我在这里: http://t.cn/demo" : post.text();
            case "image" -> post.text().isBlank() ? "发了一张图片" : post.text();
            default -> post.text();
        };
    }

    /** Weibo takes an empty body for "received". */
    @Override
    public boolean isReceived(Post post, Wire.Answer answer) {
        return answer.status() == 200 && answer.body().length == 0;
    }

    @Override
    public Optional<Duration> again(Post post, int tries) {
        return Retries.THREE_TIMES.after(tries);
    }
}
