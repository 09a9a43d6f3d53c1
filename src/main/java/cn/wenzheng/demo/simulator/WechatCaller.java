package cn.wenzheng.demo.simulator;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** WeChat's callbacks: each message once, encrypted for the account, with an id that stays the same over all tries. */
@Simulated("simulatedWechatCaller")
class WechatCaller implements Caller {

    private final Registry registry;
    private final Behaviours behaviours;
    private final Gallery gallery;
    private final Clock clock;

    WechatCaller(Registry registry, Behaviours behaviours, Gallery gallery, Clock clock) {
        this.registry = registry;
        this.behaviours = behaviours;
        this.gallery = gallery;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.WECHAT;
    }

    @Override
    public boolean tells(Post post, Behaviour behaviour) {
        return true;
    }

    @Override
    public HttpRequest.Builder request(Post post, String product, int tries) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String nonce = String.valueOf(post.id() % 1_000_000_000 + tries);
        String words = xml(post, type(post));
        String query = "?signature=" + Hashes.sorted(Registry.WECHAT_TOKEN, timestamp, nonce) + "&timestamp="
                + timestamp + "&nonce=" + nonce + "&openid=" + post.person();
        String body = words;
        if (!behaviours.of(Platform.WECHAT).is(Switch.PLAIN)) {
            String appid = registry.find(Platform.WECHAT, post.account()).address();
            String random = String.format("%016x", post.id() * 31 + tries);
            String sealed = WechatCrypt.encrypt(Registry.WECHAT_AES_KEY, appid, random, words);
            query +=
                    "&encrypt_type=aes&msg_signature=" + Hashes.sorted(Registry.WECHAT_TOKEN, timestamp, nonce, sealed);
            body = new XmlWords()
                    .text("ToUserName", account(post))
                    .text("Encrypt", sealed)
                    .toString();
        }
        return Wire.to(product + "/channels/wechat/" + post.account() + query)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String account(Post post) {
        return "gh_" + post.account();
    }

    private String type(Post post) {
        if (post.isEvent()) {
            return "event";
        }
        if (post.latitude() != null) {
            return "location";
        }
        return post.media() == null
                ? "text"
                : gallery.find(post.media())
                        .map(piece -> piece.type().replaceFirst("/.*", "").replace("audio", "voice"))
                        .orElse("image");
    }

    static String xml(Post post, String type) {
        XmlWords xml = new XmlWords()
                .text("ToUserName", account(post))
                .text("FromUserName", post.person())
                .plain("CreateTime", String.valueOf(post.saidAt().getEpochSecond()))
                .text("MsgType", type);
        String media = String.valueOf(post.media());
        switch (type) {
            case "event" -> {
                return xml.text("Event", event(post))
                        .text("EventKey", post.is("menu") ? "menu_1" : "")
                        .toString();
            }
            case "location" ->
                xml.plain("Location_X", String.valueOf(post.latitude()))
                        .plain("Location_Y", String.valueOf(post.longitude()))
                        .plain("Scale", "15")
                        .text("Label", post.text());
            case "image" ->
                xml.text("PicUrl", "http://pictures.example/" + media).text("MediaId", media);
            case "voice" -> xml.text("MediaId", media).text("Format", "amr").text("Recognition", post.text());
            case "video" -> xml.text("MediaId", media).text("ThumbMediaId", media);
            default -> xml.text("Content", post.text());
        }
        return xml.plain("MsgId", String.valueOf(post.id())).toString();
    }

    private static String event(Post post) {
        return switch (post.kind()) {
            case "follow" -> "subscribe";
            case "unfollow" -> "unsubscribe";
            default -> "CLICK";
        };
    }

    /** Anything but these two shows the citizen that the service is not available. */
    @Override
    public boolean isReceived(Post post, Wire.Answer answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.status() == 200 && (said.isEmpty() || said.equals("success"));
    }

    @Override
    public Optional<Duration> again(Post post, int tries) {
        return Retries.THREE_TIMES.after(tries);
    }
}
