package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Event;
import cn.wenzheng.channel.Inbound.Kind;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.SourceRef;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a push in the city's words. */
final class PushedItem {

    private final WeiboSettings settings;

    PushedItem(WeiboSettings settings) {
        this.settings = settings;
    }

    /** Empty when it is of no type that we know. */
    Optional<Inbound> of(Push push) {
        return switch (push.type()) {
            case "text" -> Optional.of(message(push, List.of(), null, ""));
            case "position" ->
                Optional.of(message(push, List.of(), place(push), place(push) == null ? "" : spot(push)));
            case "voice" -> Optional.of(message(push, file(push, MediaRef.Type.VOICE), null, fileId(push)));
            case "image" -> Optional.of(message(push, file(push, MediaRef.Type.PICTURE), null, fileId(push)));
            case "event" -> Optional.of(event(push));
            case "mention" -> mention(push);
            default -> Optional.empty();
        };
    }

    private static Inbound message(Push push, List<MediaRef> media, @Nullable GeoPoint place, String data) {
        return privately(push, key(push, push.text(), data), Kind.MESSAGE, push.text(), media, place);
    }

    /** The sentence that Weibo writes for an event is nobody's word. */
    private static Inbound event(Push push) {
        String subtype = push.told("subtype").toLowerCase(Locale.ROOT);
        String meaning = switch (subtype) {
            case "follow", "subscribe", "scan", "scan_follow" -> Event.FOLLOW.name();
            case "unfollow", "unsubscribe" -> Event.UNFOLLOW.name();
            case "click", "view" -> Event.MENU.name();
            default -> "";
        };
        String externalId = key(push, "", subtype + "\n" + push.told("key") + "\n" + push.told("ticket"));
        return privately(push, externalId, Kind.EVENT, meaning, List.of(), null);
    }

    private static Inbound privately(
            Push push, String externalId, Kind kind, String text, List<MediaRef> media, @Nullable GeoPoint place) {
        return new Inbound(
                externalId,
                "dm:" + push.sender(),
                new Inbound.Sender(push.sender(), null),
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
                push.createdAt(),
                false);
    }

    /**
     * A mention brings the id under which polling finds it, too. A push does not say whether a post passes another one on, so
     * it may be the half of two.
     */
    private Optional<Inbound> mention(Push push) {
        String key = push.told("key");
        if (!settings.mentionPushEnabled() || !WeiboJson.isId(key)) {
            return Optional.empty();
        }
        return switch (push.told("subtype").toLowerCase(Locale.ROOT)) {
            case "status" ->
                Optional.of(publicly(push, "s:" + key, "s:" + key, new SourceRef(key, null, WeiboKeys.page(key))));
            case "comment" -> Optional.of(comment(push, key, push.told("status_id")));
            default -> Optional.empty();
        };
    }

    /** A comment that does not name its post is a thread of its own; polling tells the post. */
    private static Inbound comment(Push push, String key, String post) {
        return WeiboJson.isId(post)
                ? publicly(
                        push,
                        "c:" + key,
                        WeiboKeys.thread(post, push.sender()),
                        new SourceRef(post, key, WeiboKeys.page(post)))
                : publicly(push, "c:" + key, "c:" + key, null);
    }

    private static Inbound publicly(Push push, String externalId, String conversation, @Nullable SourceRef source) {
        return new Inbound(
                externalId,
                conversation,
                new Inbound.Sender(push.sender(), null),
                Kind.MENTION,
                push.text(),
                List.of(),
                null,
                source,
                null,
                null,
                WeiboKeys.twin(push.sender(), push.createdAt()),
                WeiboKeys.mentioned(push.text()),
                null,
                push.createdAt(),
                true);
    }

    /** Weibo gives no id to a message: two in one second differ by what they say. */
    private static String key(Push push, String text, String data) {
        byte[] hash = WeiboSignature.digest("SHA-256", push.type() + "\n" + text + "\n" + data);
        return "dm:" + push.sender() + ":" + push.createdAt().getEpochSecond() + ":"
                + HexFormat.of().formatHex(hash, 0, 8);
    }

    /** Of the two ids that a file has, the receiver's is the one that opens it for us. */
    private static String fileId(Push push) {
        String ours = push.told("tovfid");
        return ours.isEmpty() ? push.told("vfid") : ours;
    }

    private static List<MediaRef> file(Push push, MediaRef.Type type) {
        String id = fileId(push);
        return WeiboMedia.isFile(id) ? List.of(new MediaRef(type, id, null, null)) : List.of();
    }

    private static String spot(Push push) {
        return push.told("latitude") + "," + push.told("longitude");
    }

    private @Nullable GeoPoint place(Push push) {
        try {
            double latitude = Double.parseDouble(push.told("latitude"));
            double longitude = Double.parseDouble(push.told("longitude"));
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                    ? new GeoPoint(latitude, longitude, settings.crs())
                    : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
