package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.MediaRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the city's words what a message to the life account says. */
final class LifeMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LifeMessages() {}

    static List<Inbound> read(Map<String, String> xml, Instant receivedAt) {
        String from = of(xml, "FromUserId");
        if (!Items.isPerson(from)) {
            return List.of();
        }
        Inbound.Sender sender = new Inbound.Sender(from, nameIn(of(xml, "UserInfo")));
        Instant at = Items.time(of(xml, "CreateTime"), receivedAt);
        return switch (of(xml, "MsgType")) {
            case "text" -> text(xml, sender, at);
            case "image" -> image(xml, sender, at);
            case "event" -> event(xml, sender, at);
            default -> List.of();
        };
    }

    private static List<Inbound> text(Map<String, String> xml, Inbound.Sender sender, Instant at) {
        String words = of(xml, "Text/Content");
        return words.isBlank()
                ? List.of()
                : List.of(Items.item(idOf(xml, words), sender, Kind.MESSAGE, words, List.of(), at));
    }

    private static List<Inbound> image(Map<String, String> xml, Inbound.Sender sender, Instant at) {
        String id = of(xml, "Image/MediaId");
        List<MediaRef> media = id.isBlank() ? List.of() : List.of(new MediaRef(MediaRef.Type.PICTURE, id, null, null));
        return List.of(Items.item(idOf(xml, id), sender, Kind.MESSAGE, "", media, at));
    }

    private static List<Inbound> event(Map<String, String> xml, Inbound.Sender sender, Instant at) {
        String event = of(xml, "EventType");
        String meaning = switch (event) {
            case "follow" -> Event.FOLLOW.name();
            case "unfollow" -> Event.UNFOLLOW.name();
            case "click" -> Event.MENU.name();
            case "enter" -> "";
            default -> null;
        };
        return meaning == null
                ? List.of()
                : List.of(Items.item(
                        idOf(xml, event + of(xml, "ActionParam")), sender, Kind.EVENT, meaning, List.of(), at));
    }

    /** The platform need not give an id: then it is who, when, what kind and what. */
    private static String idOf(Map<String, String> xml, String said) {
        String id = of(xml, "MsgId");
        return !id.isBlank()
                ? Items.named(id)
                : of(xml, "FromUserId") + ":" + Items.named(of(xml, "CreateTime")) + ":" + of(xml, "MsgType") + ":"
                        + Items.hash(said);
    }

    /** Masked already when it comes, and sometimes broken. */
    private static @Nullable String nameIn(String userInfo) {
        try {
            String name = JSON.readTree(userInfo).path("user_name").asText();
            return name.isBlank() ? null : name;
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private static String of(Map<String, String> xml, String path) {
        return xml.getOrDefault(path, "");
    }
}
