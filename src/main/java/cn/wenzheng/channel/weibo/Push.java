package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.SafeXml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A push in Weibo's own words, whether it came as JSON or as XML: an account can be switched from one to the other, and what
 * was pushed in both is one.
 *
 * @param data what belongs to the type, by the names of the JSON form
 */
record Push(String type, String sender, String receiver, Instant createdAt, String text, Map<String, String> data) {

    private static final Map<String, String> NAMES_IN_XML = Map.of(
            "location_x", "latitude",
            "location_y", "longitude",
            "event", "subtype",
            "eventkey", "key",
            "mediaid", "tovfid");

    /** Empty when it is neither form, or does not say who wrote when to whom. */
    static Optional<Push> read(String body) {
        String words = body.strip();
        return words.startsWith("<") ? ofXml(words) : ofJson(words);
    }

    private static Optional<Push> ofJson(String words) {
        try {
            JsonNode push = WeiboJson.read(words);
            Map<String, String> data = new HashMap<>();
            tell(push, data);
            tell(push.path("data"), data);
            return of(
                    WeiboJson.text(push, "type"),
                    WeiboJson.text(push, "sender_id"),
                    WeiboJson.text(push, "receiver_id"),
                    WeiboJson.text(push, "created_at"),
                    WeiboJson.text(push, "text"),
                    data);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** A mention's fields may stand beside the others instead of under {@code data}: Weibo shows them in its XML only. */
    private static void tell(JsonNode fields, Map<String, String> data) {
        fields.fields().forEachRemaining(field -> data.put(field.getKey(), WeiboJson.text(field.getValue())));
    }

    private static Optional<Push> ofXml(String words) {
        try {
            Map<String, String> xml = SafeXml.read(words);
            Map<String, String> data = new HashMap<>();
            xml.forEach((path, text) -> {
                String name = path.toLowerCase(Locale.ROOT);
                data.put(NAMES_IN_XML.getOrDefault(name, name), text.strip());
            });
            return of(
                    data.getOrDefault("msgtype", ""),
                    data.getOrDefault("fromusername", ""),
                    data.getOrDefault("tousername", ""),
                    data.getOrDefault("createtime", ""),
                    xml.getOrDefault("Content", ""),
                    data);
        } catch (SafeXml.Unreadable notXml) {
            return Optional.empty();
        }
    }

    private static Optional<Push> of(
            String type, String sender, String receiver, String createdAt, String text, Map<String, String> data) {
        Instant at = WeiboTime.read(createdAt);
        if (at == null || !WeiboJson.isId(sender) || !WeiboJson.isId(receiver)) {
            return Optional.empty();
        }
        return Optional.of(new Push(inOneWord(type), sender, receiver, at, text, data));
    }

    /** WeChat's word for a place, in the form that is made after WeChat's. */
    private static String inOneWord(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        return word.equals("location") ? "position" : word;
    }

    String told(String name) {
        return data.getOrDefault(name, "");
    }
}
