package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;

/**
 * Reads the standard messages of an application: one that carries a citizen's words is an item, what only informs the
 * application is nothing. They come in any order; their own time sorts them.
 */
final class AppMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AppMessages() {}

    static List<Inbound> read(SignedForm form, Instant receivedAt) {
        JsonNode content = contentOf(form);
        String person = first(content, "open_id", "user_id");
        String words = first(content, "text", "content");
        String notification = form.get("notify_id");
        if (!Items.isPerson(person) || words.isBlank() || notification.isBlank()) {
            return List.of();
        }
        String business = first(content, "id", "msg_id");
        String id = "n:" + Items.named(notification) + (business.isBlank() ? "" : ":" + Items.named(business));
        Instant at = Items.time(
                content.path("time").asText(form.get("utc_timestamp")),
                Items.time(form.get("utc_timestamp"), receivedAt));
        return List.of(Items.item(id, new Inbound.Sender(person, null), Kind.MESSAGE, words, List.of(), at));
    }

    private static JsonNode contentOf(SignedForm form) {
        try {
            return JSON.readTree(form.get("biz_content"));
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    private static String first(JsonNode content, String name, String other) {
        String value = content.path(name).asText("");
        return value.isBlank() ? content.path(other).asText("") : value;
    }
}
