package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.SourceRef;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells posts and comments that mention an account in the city's words. Of the person only id and shown name are kept: what
 * else Weibo tells about him the city has not asked for.
 */
final class WeiboItems {

    private final GeoPoint.Crs crs;

    WeiboItems(GeoPoint.Crs crs) {
        this.crs = crs;
    }

    /**
     * Where an item stands among others.
     *
     * @param halfOfTwo true when its writer may have commented and passed on by one act
     */
    private record Standing(
            String externalId,
            String conversation,
            @Nullable SourceRef source,
            @Nullable String inReplyTo,
            @Nullable String repostOf,
            boolean halfOfTwo) {}

    /** Empty when the post is gone, or is the account's own. */
    Optional<Inbound> post(JsonNode post, String ourUid, Instant now) {
        String id = WeiboJson.id(post);
        if (id.isEmpty() || isNobodys(post, ourUid) || isDeleted(post)) {
            return Optional.empty();
        }
        JsonNode original = post.path("retweeted_status");
        String originalId = WeiboJson.id(original);
        Set<MediaRef> media = new LinkedHashSet<>(pictures(post));
        media.addAll(pictures(original));
        Standing standing = new Standing(
                "s:" + id,
                "s:" + id,
                new SourceRef(id, null, WeiboKeys.page(id)),
                null,
                originalId.isEmpty() ? null : "s:" + originalId,
                original.isObject());
        return Optional.of(told(post, standing, withContext(post, original), List.copyOf(media), now));
    }

    /** Empty when it is the account's own; its post is told along with it, because alone it often says nothing. */
    Optional<Inbound> comment(JsonNode comment, String ourUid, Instant now) {
        String id = WeiboJson.id(comment);
        if (id.isEmpty() || isNobodys(comment, ourUid)) {
            return Optional.empty();
        }
        JsonNode post = comment.path("status");
        String postId = WeiboJson.id(post);
        Standing standing = new Standing(
                "c:" + id,
                conversation(post, postId, writer(comment)),
                postId.isEmpty() ? null : new SourceRef(postId, id, WeiboKeys.page(postId)),
                repliesTo(comment, ourUid),
                null,
                true);
        String text = writer(post).equals(ourUid) ? WeiboJson.text(comment, "text") : withContext(comment, post);
        return Optional.of(told(comment, standing, text, List.of(), now));
    }

    private Inbound told(JsonNode item, Standing standing, String text, List<MediaRef> media, Instant now) {
        Instant at = createdAt(item);
        String name = WeiboJson.text(item.path("user"), "screen_name");
        return new Inbound(
                standing.externalId(),
                standing.conversation(),
                new Inbound.Sender(writer(item), name.isEmpty() ? null : name),
                Inbound.Kind.MENTION,
                text,
                media,
                place(item.path("geo").path("coordinates")),
                standing.source(),
                standing.inReplyTo(),
                standing.repostOf(),
                at == null || !standing.halfOfTwo() ? null : WeiboKeys.twin(writer(item), at),
                WeiboKeys.mentioned(WeiboJson.text(item, "text")),
                null,
                at == null ? now : at,
                true);
    }

    private static String conversation(JsonNode post, String postId, String uid) {
        if (postId.isEmpty()) {
            return "dm:" + uid;
        }
        return writer(post).equals(uid) ? "s:" + postId : WeiboKeys.thread(postId, uid);
    }

    /** A comment answers another one, or goes on below the writer's own post; below a stranger's it answers nothing. */
    private static @Nullable String repliesTo(JsonNode comment, String ourUid) {
        JsonNode answered = comment.path("reply_comment");
        String answeredId = WeiboJson.id(answered);
        if (!answeredId.isEmpty()) {
            return writer(answered).equals(ourUid) ? answeredId : "c:" + answeredId;
        }
        JsonNode post = comment.path("status");
        return writer(post).equals(writer(comment)) ? "s:" + WeiboJson.id(post) : null;
    }

    /** What is passed on stands behind the words that pass it on, as Weibo itself writes it; a deleted one said nothing. */
    private static String withContext(JsonNode item, JsonNode original) {
        String words = WeiboJson.text(item, "text");
        String text = WeiboJson.text(original, "text");
        if (text.isEmpty() || isDeleted(original)) {
            return words;
        }
        String name = WeiboJson.text(original.path("user"), "screen_name");
        return words + "\n//" + (name.isEmpty() ? "" : "@" + name + ":") + text;
    }

    private static String writer(JsonNode item) {
        return WeiboJson.id(item.path("user"));
    }

    private static boolean isNobodys(JsonNode item, String ourUid) {
        return writer(item).isEmpty() || writer(item).equals(ourUid);
    }

    private static boolean isDeleted(JsonNode post) {
        return WeiboJson.text(post, "deleted").equals("1")
                || post.path("deleted").asBoolean();
    }

    /** The small pictures are told, the large ones are what the citizen has shown. */
    private static List<MediaRef> pictures(JsonNode post) {
        List<MediaRef> pictures = new ArrayList<>();
        for (JsonNode picture : isDeleted(post) ? List.<JsonNode>of() : post.path("pic_urls")) {
            String small = WeiboJson.text(picture, "thumbnail_pic");
            if (!small.isEmpty()) {
                String large = small.replace("/thumbnail/", "/large/");
                pictures.add(new MediaRef(MediaRef.Type.PICTURE, large, null, null));
            }
        }
        return pictures;
    }

    private @Nullable GeoPoint place(JsonNode coordinates) {
        double latitude = coordinates.path(0).asDouble(Double.NaN);
        double longitude = coordinates.path(1).asDouble(Double.NaN);
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? new GeoPoint(latitude, longitude, crs) : null;
    }

    static @Nullable Instant createdAt(JsonNode item) {
        return WeiboTime.read(WeiboJson.text(item, "created_at"));
    }
}
