package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.springframework.http.ResponseEntity;

/** What an account writes on WeChat: five messages within 48 hours of the citizen's last word, notices with his consent. */
@Simulated("simulatedWechatWriting")
class WechatWriting {

    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Duration AFTER_A_CLICK = Duration.ofMinutes(1);
    private static final int PER_CLICK = 3;
    private static final int PER_WINDOW = 5;
    private static final int MOST_BYTES = 2048;
    private static final int THING = 20;
    private static final List<String> MEANS = List.of("private-message");

    private final Posts posts;
    private final Replies replies;
    private final Behaviours behaviours;
    private final Clock clock;

    WechatWriting(Posts posts, Replies replies, Behaviours behaviours, Clock clock) {
        this.posts = posts;
        this.replies = replies;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    ResponseEntity<byte[]> message(WechatApi.Letter letter) {
        String person = letter.content().path("touser").asText();
        String text = letter.content().path("text").path("content").asText();
        Behaviour behaviour = behaviours.of(Platform.WECHAT);
        int refused = refusal(letter.account(), person, text, behaviour);
        if (refused == 0) {
            keep(letter.account(), person, "private-message", text);
        }
        return WechatApi.said(refused);
    }

    private int refusal(String account, String person, String text, Behaviour behaviour) {
        if (left(account, person)) {
            return 43004;
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (text.isBlank()) {
            return 44004;
        }
        if (bytes > behaviour.number(Switch.TEXT_MAX_BYTES, MOST_BYTES)) {
            return 45002;
        }
        if (text.contains(WeiboWriting.SENSITIVE)) {
            return 87014;
        }
        return closed(account, person, behaviour);
    }

    private boolean left(String account, String person) {
        Optional<Instant> unfollowed = posts.last(Platform.WECHAT, account, person, List.of("unfollow"));
        return unfollowed
                .filter(at -> posts.last(Platform.WECHAT, account, person, List.of("follow", "message"))
                        .filter(later -> later.isAfter(at))
                        .isEmpty())
                .isPresent();
    }

    private int closed(String account, String person, Behaviour behaviour) {
        Instant now = clock.instant();
        Optional<Instant> spoke = posts.last(Platform.WECHAT, account, person, List.of("message"))
                .filter(at -> at.isAfter(now.minus(behaviour.duration(Switch.WINDOW, WINDOW))));
        Optional<Instant> clicked = posts.last(Platform.WECHAT, account, person, List.of("menu", "follow"))
                .filter(at -> at.isAfter(now.minus(AFTER_A_CLICK)));
        if (spoke.isEmpty() && clicked.isEmpty()) {
            return 45015;
        }
        int allowed = spoke.isPresent() ? behaviour.number(Switch.PER_WINDOW, PER_WINDOW) : PER_CLICK;
        Instant since = spoke.or(() -> clicked).orElse(now);
        return replies.told(Platform.WECHAT, account, person, MEANS, since) < allowed ? 0 : 45047;
    }

    ResponseEntity<byte[]> notice(WechatApi.Letter letter) {
        JsonNode content = letter.content();
        String person = content.path("touser").asText();
        if (content.path("template_id").asText().isBlank()) {
            return WechatApi.said(40037);
        }
        if (behaviours.of(Platform.WECHAT).is(Switch.CONSENT, "refused") || left(letter.account(), person)) {
            return WechatApi.said(43101);
        }
        StringJoiner words = new StringJoiner("，");
        for (var field : content.path("data").properties()) {
            String value = field.getValue().path("value").asText();
            if (field.getKey().startsWith("thing") && value.codePointCount(0, value.length()) > THING) {
                return WechatApi.said(47003);
            }
            words.add(value);
        }
        String page = content.path("page").asText(content.path("url").asText());
        keep(letter.account(), person, "template", words + (page.isBlank() ? "" : " " + page));
        return WechatApi.said(0);
    }

    private void keep(String account, String person, String means, String text) {
        replies.add(new Replies.Told(Platform.WECHAT, account, person, means, text, null, null), clock.instant());
    }
}
