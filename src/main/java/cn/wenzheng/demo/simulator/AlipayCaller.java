package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Alipay's ways in: the mini-program, whose page posts what a citizen wrote, the older life account, which pushes chat
 * messages and events, and the standard messages of an application.
 */
@Simulated("simulatedAlipayCaller")
class AlipayCaller implements Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final KeyPairs keys;
    private final Tokens tokens;
    private final Registry registry;
    private final Behaviours behaviours;
    private final Posts posts;
    private final Clock clock;

    AlipayCaller(KeyPairs keys, Tokens tokens, Registry registry, Behaviours behaviours, Posts posts, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.registry = registry;
        this.behaviours = behaviours;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.ALIPAY;
    }

    @Override
    public boolean tells(Post post, Behaviour behaviour) {
        return true;
    }

    @Override
    public HttpRequest.Builder request(Post post, String product, int tries) {
        String address = product + "/channels/alipay/" + post.account();
        if (post.is("submission")) {
            return Wire.to(address + "/petitions")
                    .header("Content-Type", "application/json;charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(submission(post)));
        }
        String name = behaviours.of(Platform.ALIPAY).word(Switch.CHARSET).orElse("utf-8");
        return Wire.to(address)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=" + name)
                .POST(HttpRequest.BodyPublishers.ofString(form(signed(post, name), Charset.forName(name))));
    }

    /** The page's own call: a code that is good once, and an id of its own that stays the same when it tries again. */
    private String submission(Post post) {
        String code = UUID.randomUUID().toString().replace("-", "");
        tokens.give(Platform.ALIPAY, code, post.person(), CODE_LIFE);
        return JSON.createObjectNode()
                .put("authCode", code)
                .put("submissionId", "s" + post.id())
                .put("formId", "f" + post.id())
                .put("text", post.text())
                .toString();
    }

    private Map<String, String> signed(Post post, String charset) {
        boolean notification = post.is("notification");
        Map<String, String> form = notification ? notification(post) : life(post);
        form.put("charset", charset);
        form.put("sign_type", "RSA2");
        String content = notification ? AlipaySigns.content(form, "sign_type") : AlipaySigns.content(form);
        String sign = AlipaySigns.sign(content, keys.of(Platform.ALIPAY).getPrivate(), Charset.forName(charset));
        form.put("sign", behaviours.of(Platform.ALIPAY).is(Switch.WRONG_SIGNATURE) ? "A" + sign.substring(1) : sign);
        return form;
    }

    private Map<String, String> notification(Post post) {
        Map<String, String> form = new TreeMap<>();
        form.put("notify_id", "n" + post.id());
        form.put("utc_timestamp", String.valueOf(clock.millis()));
        form.put("msg_method", "alipay.open.mini.message.notify");
        form.put("app_id", registry.find(Platform.ALIPAY, post.account()).address());
        form.put("version", "1.1");
        form.put(
                "biz_content",
                JSON.createObjectNode()
                        .put("id", String.valueOf(post.id()))
                        .put("open_id", post.person())
                        .put("content", post.text())
                        .put("time", post.saidAt().toEpochMilli())
                        .toString());
        return form;
    }

    private Map<String, String> life(Post post) {
        Map<String, String> form = new TreeMap<>();
        form.put("service", "alipay.mobile.public.message.notify");
        XmlWords xml = new XmlWords("XML")
                .text("AppId", registry.find(Platform.ALIPAY, post.account()).address())
                .text("FromUserId", post.person())
                .plain("CreateTime", String.valueOf(post.saidAt().toEpochMilli()))
                .text("MsgType", post.isEvent() ? "event" : "text")
                .text("EventType", post.isEvent() ? post.kind() : "")
                .text("UserInfo", "{\"logon_id\":\"138****0000\",\"user_name\":\"*演\"}");
        if (!post.isEvent()) {
            xml.plain("Text", "<Content><![CDATA[" + post.text().replace("]]>", "]]]]><![CDATA[>") + "]]></Content>");
        }
        if (!behaviours.of(Platform.ALIPAY).is(Switch.MESSAGE_ID, "absent")) {
            xml.text("MsgId", String.valueOf(post.id()));
        }
        form.put("biz_content", xml.toString());
        return form;
    }

    static String form(Map<String, String> parameters, Charset charset) {
        return parameters.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    @Override
    public boolean isReceived(Post post, Wire.Answer answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (post.is("submission")) {
            return isFiled(post, answer);
        }
        boolean plain = said.equals("success");
        boolean xml = said.contains("<response>") && said.contains("<sign>") && said.contains("ack");
        Behaviour behaviour = behaviours.of(Platform.ALIPAY);
        boolean wanted = post.is("notification") || behaviour.is(Switch.ACK, "success")
                ? plain
                : xml || plain && !behaviour.is(Switch.ACK, "xml");
        return answer.status() == 200 && wanted;
    }

    private boolean isFiled(Post post, Wire.Answer answer) {
        if (answer.status() / 100 != 2) {
            return false;
        }
        Open311Words.number(answer.body(), "number").ifPresent(number -> posts.give(post, number));
        return true;
    }

    @Override
    public Optional<Duration> again(Post post, int tries) {
        if (post.is("notification")) {
            return Retries.FOR_A_DAY.after(tries);
        }
        boolean retries =
                post.is("submission") || behaviours.of(Platform.ALIPAY).is(Switch.LIFE_RETRY, "on");
        return (retries ? Retries.THREE_TIMES : Retries.ONCE).after(tries);
    }
}
