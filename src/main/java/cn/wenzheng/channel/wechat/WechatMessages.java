package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.MediaRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the city's words what a WeChat message says; what the city has no use for is nothing. */
final class WechatMessages {

    private static final int LONGEST_OPENID = 100;

    private final GeoPoint.Crs crs;

    WechatMessages(GeoPoint.Crs crs) {
        this.crs = crs;
    }

    List<Inbound> read(Pushed fields, Instant receivedAt) {
        String from = fields.of("FromUserName");
        if (from.isEmpty() || from.length() > LONGEST_OPENID) {
            return List.of();
        }
        return "event".equals(fields.of("MsgType"))
                ? event(fields, from, receivedAt)
                : message(fields, from, receivedAt);
    }

    private List<Inbound> message(Pushed fields, String from, Instant receivedAt) {
        List<MediaRef> media = media(fields);
        String text = text(fields);
        GeoPoint place = place(fields);
        if (text.isBlank() && media.isEmpty() && place == null) {
            return List.of();
        }
        String id = "m:" + fields.messageId() + ":" + from + ":" + fields.named("CreateTime");
        return List.of(inbound(id, from, Kind.MESSAGE, text, media, place, fields.time(receivedAt)));
    }

    /** Two of one second differ in what they are about. Where somebody is at the moment is none of the city's business. */
    private static List<Inbound> event(Pushed fields, String from, Instant receivedAt) {
        String event = fields.of("Event");
        String meaning = meaning(event);
        if (meaning.isEmpty()) {
            return List.of();
        }
        String id = "e:" + from + ":" + fields.named("CreateTime") + ":" + event + ":" + fields.named("EventKey");
        return List.of(inbound(id, from, Kind.EVENT, meaning, List.of(), null, fields.time(receivedAt)));
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

    private static String text(Pushed fields) {
        return switch (fields.of("MsgType")) {
            case "text" -> fields.of("Content");
            case "voice" -> fields.of("Recognition");
            case "location" -> fields.of("Label");
            case "link" ->
                Stream.of("Title", "Description", "Url")
                        .map(fields::of)
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n"));
            default -> "";
        };
    }

    private static List<MediaRef> media(Pushed fields) {
        MediaRef.Type type = switch (fields.of("MsgType")) {
            case "image" -> MediaRef.Type.PICTURE;
            case "voice" -> MediaRef.Type.VOICE;
            case "video", "shortvideo" -> MediaRef.Type.VIDEO;
            default -> null;
        };
        String id = fields.of("MediaId");
        return type == null || id.isEmpty() ? List.of() : List.of(new MediaRef(type, id, null, null));
    }

    /** X is the latitude, Y the longitude. */
    private @Nullable GeoPoint place(Pushed fields) {
        try {
            double latitude = Double.parseDouble(fields.of("Location_X"));
            double longitude = Double.parseDouble(fields.of("Location_Y"));
            boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            return onEarth && "location".equals(fields.of("MsgType")) ? new GeoPoint(latitude, longitude, crs) : null;
        } catch (NumberFormatException noPlace) {
            return null;
        }
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
