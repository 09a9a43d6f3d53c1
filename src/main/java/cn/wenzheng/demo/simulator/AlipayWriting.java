package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/** What an application does at Alipay's gateway: it learns who a citizen is, and writes to him within the rules. */
@Simulated("simulatedAlipayWriting")
class AlipayWriting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration CHAT = Duration.ofHours(48);
    private static final Duration AFTER_AN_EVENT = Duration.ofMinutes(5);
    private static final int MOST_DATA = 2048;

    private final Posts posts;
    private final Replies replies;
    private final Tokens tokens;
    private final Behaviours behaviours;
    private final Clock clock;

    AlipayWriting(Posts posts, Replies replies, Tokens tokens, Behaviours behaviours, Clock clock) {
        this.posts = posts;
        this.replies = replies;
        this.tokens = tokens;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    ObjectNode take(String account, Map<String, String> parameters) {
        return switch (parameters.getOrDefault("method", "")) {
            case "alipay.system.oauth.token" -> identity(parameters.getOrDefault("code", ""));
            case "alipay.open.public.message.custom.send" -> message(account, content(parameters));
            case "alipay.open.app.mini.templatemessage.send" -> notice(account, content(parameters));
            default -> AlipayApi.refused("isv.invalid-method");
        };
    }

    private static JsonNode content(Map<String, String> parameters) {
        try {
            return JSON.readTree(parameters.getOrDefault("biz_content", "{}"));
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    /** A code is good once, whether or not what follows succeeds. */
    private ObjectNode identity(String code) {
        return tokens.useUp(Platform.ALIPAY, code)
                .map(person -> JSON.createObjectNode()
                        .put("access_token", UUID.randomUUID().toString())
                        .put("expires_in", 1296000)
                        .put("refresh_token", UUID.randomUUID().toString())
                        .put("re_expires_in", 2592000)
                        .put("open_id", person))
                .orElseGet(() -> AlipayApi.refused("isv.code-invalid"));
    }

    private ObjectNode message(String account, JsonNode content) {
        String person = first(content, "open_id", "to_user_id");
        String text = content.path("text").path("content").asText();
        if (person.isBlank() || text.isBlank()) {
            return AlipayApi.refused("isv.invalid-parameter");
        }
        if (text.contains(WeiboWriting.SENSITIVE)) {
            return AlipayApi.refused("CONTENT_ILLEGAL");
        }
        if (!isOpen(account, person, content.path("event_type").asText())) {
            return AlipayApi.refused("MSG_SD_OVER_TIME");
        }
        return kept(account, person, "private-message", text);
    }

    private boolean isOpen(String account, String person, String event) {
        Instant now = clock.instant();
        if (event.isEmpty()) {
            Duration window = behaviours.of(Platform.ALIPAY).duration(Switch.WINDOW, CHAT);
            return last(account, person, "message", "notification")
                    .filter(at -> at.isAfter(now.minus(window)))
                    .isPresent();
        }
        Optional<Instant> happened = last(account, person, "follow", "enter");
        return happened.filter(at -> at.isAfter(now.minus(AFTER_AN_EVENT))).isPresent();
    }

    private Optional<Instant> last(String account, String person, String... kinds) {
        return posts.last(Platform.ALIPAY, account, person, List.of(kinds));
    }

    private ObjectNode notice(String account, JsonNode content) {
        String person = first(content, "to_open_id", "to_user_id");
        String data = content.path("data").isTextual()
                ? content.path("data").asText()
                : content.path("data").toString();
        if (person.isBlank() || content.path("user_template_id").asText().isBlank()) {
            return AlipayApi.refused("isv.invalid-parameter");
        }
        if (data.length() > MOST_DATA) {
            return AlipayApi.refused("DATA_TOO_LONG");
        }
        String page = content.path("page").asText();
        return kept(account, person, "template", words(data) + (page.isBlank() ? "" : " " + page));
    }

    private static String words(String data) {
        StringJoiner words = new StringJoiner("，");
        try {
            JSON.readTree(data).forEach(field -> words.add(field.path("value").asText()));
        } catch (JsonProcessingException asItIs) {
            words.add(data);
        }
        return words.toString();
    }

    private static String first(JsonNode content, String name, String other) {
        String value = content.path(name).asText();
        return value.isBlank() ? content.path(other).asText() : value;
    }

    private ObjectNode kept(String account, String person, String means, String text) {
        replies.add(new Replies.Told(Platform.ALIPAY, account, person, means, text, null, null), clock.instant());
        return JSON.createObjectNode().put("code", "10000").put("msg", "Success");
    }
}
