package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.MediaRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Says in the city's words what a WeChat message says; what the city has no use for is nothing. */
final class WechatMessages {

    private static final int LONGEST_OPENID = 100;
    private static final int LONGEST_KEY = 60;
    private static final long END_OF_TIME = 253_402_300_799L;

    private final GeoPoint.Crs crs;

    WechatMessages(GeoPoint.Crs crs) {
        this.crs = crs;
    }

    List<Inbound> read(Map<String, String> fields, Instant receivedAt) {
        String from = of(fields, "FromUserName");
        if (from.isEmpty() || from.length() > LONGEST_OPENID) {
            return List.of();
        }
        return "event".equals(of(fields, "MsgType"))
                ? event(fields, from, receivedAt)
                : message(fields, from, receivedAt);
    }

    private List<Inbound> message(Map<String, String> fields, String from, Instant receivedAt) {
        List<MediaRef> media = media(fields);
        String text = text(fields);
        GeoPoint place = place(fields);
        if (text.isBlank() && media.isEmpty() && place == null) {
            return List.of();
        }
        String id = "m:" + messageId(fields) + ":" + from + ":" + named(of(fields, "CreateTime"));
        return List.of(inbound(id, from, Kind.MESSAGE, text, media, place, time(fields, receivedAt)));
    }

    /** Two of one second differ in what they are about. Where somebody is at the moment is none of the city's business. */
    private static List<Inbound> event(Map<String, String> fields, String from, Instant receivedAt) {
        String event = of(fields, "Event");
        String meaning = meaning(event);
        if (meaning.isEmpty()) {
            return List.of();
        }
        String id =
                "e:" + from + ":" + named(of(fields, "CreateTime")) + ":" + event + ":" + named(of(fields, "EventKey"));
        return List.of(inbound(id, from, Kind.EVENT, meaning, List.of(), null, time(fields, receivedAt)));
    }

    /** A scan by somebody who follows opens the same short window as following does. */
    private static String meaning(String event) {
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "subscribe", "scan" -> Event.FOLLOW.name();
            case "unsubscribe" -> Event.UNFOLLOW.name();
            case "click", "view" -> Event.MENU.name();
            default -> "";
        };
    }

    private static String text(Map<String, String> fields) {
        return switch (of(fields, "MsgType")) {
            case "text" -> of(fields, "Content");
            case "voice" -> of(fields, "Recognition");
            case "location" -> of(fields, "Label");
            case "link" ->
                Stream.of("Title", "Description", "Url")
                        .map(name -> of(fields, name))
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n"));
            default -> "";
        };
    }

    private static List<MediaRef> media(Map<String, String> fields) {
        MediaRef.Type type = switch (of(fields, "MsgType")) {
            case "image" -> MediaRef.Type.PICTURE;
            case "voice" -> MediaRef.Type.VOICE;
            case "video", "shortvideo" -> MediaRef.Type.VIDEO;
            default -> null;
        };
        String id = of(fields, "MediaId");
        return type == null || id.isEmpty() ? List.of() : List.of(new MediaRef(type, id, null, null));
    }

    /** X is the latitude, Y the longitude. */
    private @Nullable GeoPoint place(Map<String, String> fields) {
        try {
            double latitude = Double.parseDouble(of(fields, "Location_X"));
            double longitude = Double.parseDouble(of(fields, "Location_Y"));
            boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            return onEarth && "location".equals(of(fields, "MsgType")) ? new GeoPoint(latitude, longitude, crs) : null;
        } catch (NumberFormatException noPlace) {
            return null;
        }
    }

    /** Every message has an id; one that came without is named by what it says. */
    private static String messageId(Map<String, String> fields) {
        String id = of(fields, "MsgId");
        return id.isEmpty() ? hash(new TreeMap<>(fields).toString()) : named(id);
    }

    private static Instant time(Map<String, String> fields, Instant receivedAt) {
        try {
            long seconds = Long.parseLong(of(fields, "CreateTime"));
            return seconds < 0 || seconds > END_OF_TIME ? receivedAt : Instant.ofEpochSecond(seconds);
        } catch (NumberFormatException noTime) {
            return receivedAt;
        }
    }

    /** An id is a key of ours and has an end; addresses in menus can be long. */
    private static String named(String value) {
        return value.length() > LONGEST_KEY ? hash(value) : value;
    }

    private static String hash(String words) {
        return DigestUtils.sha256Hex(words).substring(0, 16);
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static Inbound inbound(
            String id,
            String from,
            Kind kind,
            String text,
            List<MediaRef> media,
            @Nullable GeoPoint place,
            Instant at) {
        return new Inbound(
                id,
                from,
                new Inbound.Sender(from, null),
                kind,
                text,
                media,
                place,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                at,
                false);
    }
}
