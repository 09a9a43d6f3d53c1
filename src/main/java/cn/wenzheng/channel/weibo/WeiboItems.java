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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells posts and comments that mention an account in the city's words. Of the person only id and shown name are kept: what
 * else Weibo tells about him the city has not asked for.
 */
final class WeiboItems {

    /** A name ends with the first sign that no name of Weibo has. */
    private static final Pattern NAMED = Pattern.compile("@([\\p{L}\\p{N}_·-]{1,30})");

    private final GeoPoint.Crs crs;

    WeiboItems(GeoPoint.Crs crs) {
        this.crs = crs;
    }

    /** Empty when the post is gone, or is the account's own. */
    Optional<Inbound> post(JsonNode post, String ourUid, Instant now) {
        String id = WeiboJson.id(post);
        String uid = WeiboJson.id(post.path("user"));
        if (id.isEmpty() || uid.isEmpty() || uid.equals(ourUid) || isDeleted(post)) {
            return Optional.empty();
        }
        JsonNode original = post.path("retweeted_status");
        String originalId = WeiboJson.id(original);
        Set<MediaRef> media = new LinkedHashSet<>(pictures(post));
        media.addAll(pictures(original));
        return Optional.of(new Inbound(
                "s:" + id,
                "s:" + id,
                sender(post),
                Inbound.Kind.MENTION,
                withContext(WeiboJson.text(post, "text"), original),
                List.copyOf(media),
                place(post.path("geo").path("coordinates")),
                new SourceRef(id, null, page(id)),
                null,
                originalId.isEmpty() ? null : "s:" + originalId,
                twin(uid, createdAt(post)),
                mentioned(WeiboJson.text(post, "text")),
                null,
                at(post, now),
                true));
    }

    /** Empty when it is the account's own; its post is told along with it, because alone it often says nothing. */
    Optional<Inbound> comment(JsonNode comment, String ourUid, Instant now) {
        String id = WeiboJson.id(comment);
        String uid = WeiboJson.id(comment.path("user"));
        if (id.isEmpty() || uid.isEmpty() || uid.equals(ourUid)) {
            return Optional.empty();
        }
        JsonNode post = comment.path("status");
        String postId = WeiboJson.id(post);
        boolean ours = WeiboJson.id(post.path("user")).equals(ourUid);
        return Optional.of(new Inbound(
                "c:" + id,
                conversation(post, postId, uid),
                sender(comment),
                Inbound.Kind.MENTION,
                ours ? WeiboJson.text(comment, "text") : withContext(WeiboJson.text(comment, "text"), post),
                List.of(),
                null,
                postId.isEmpty() ? null : new SourceRef(postId, id, page(postId)),
                repliesTo(comment, uid, ourUid),
                null,
                twin(uid, createdAt(comment)),
                mentioned(WeiboJson.text(comment, "text")),
                null,
                at(comment, now),
                true));
    }

    /** Below one post many may comment, and what one of them is told in private is for nobody else. */
    static String thread(String post, String uid) {
        return "s:" + post + ":" + uid;
    }

    private static String conversation(JsonNode post, String postId, String uid) {
        if (postId.isEmpty()) {
            return "dm:" + uid;
        }
        return WeiboJson.id(post.path("user")).equals(uid) ? "s:" + postId : thread(postId, uid);
    }

    /** A comment answers another one, or goes on below the writer's own post; below a stranger's it answers nothing. */
    private static @Nullable String repliesTo(JsonNode comment, String uid, String ourUid) {
        JsonNode answered = comment.path("reply_comment");
        String answeredId = WeiboJson.id(answered);
        if (!answeredId.isEmpty()) {
            return WeiboJson.id(answered.path("user")).equals(ourUid) ? answeredId : "c:" + answeredId;
        }
        JsonNode post = comment.path("status");
        return WeiboJson.id(post.path("user")).equals(uid) ? "s:" + WeiboJson.id(post) : null;
    }

    /** What is passed on stands behind the words that pass it on, as Weibo itself writes it; a deleted one said nothing. */
    private static String withContext(String words, JsonNode original) {
        String text = WeiboJson.text(original, "text");
        if (text.isEmpty() || isDeleted(original)) {
            return words;
        }
        String name = WeiboJson.text(original.path("user"), "screen_name");
        return words + "\n//" + (name.isEmpty() ? "" : "@" + name + ":") + text;
    }

    private static boolean isDeleted(JsonNode post) {
        return WeiboJson.text(post, "deleted").equals("1")
                || post.path("deleted").asBoolean();
    }

    private static Inbound.Sender sender(JsonNode item) {
        String name = WeiboJson.text(item.path("user"), "screen_name");
        return new Inbound.Sender(WeiboJson.id(item.path("user")), name.isEmpty() ? null : name);
    }

    /** The small pictures are told, the large ones are what the citizen has shown. */
    private static List<MediaRef> pictures(JsonNode post) {
        List<MediaRef> pictures = new ArrayList<>();
        if (!isDeleted(post)) {
            post.path("pic_urls").forEach(picture -> {
                String small = WeiboJson.text(picture, "thumbnail_pic");
                if (!small.isEmpty()) {
                    pictures.add(
                            new MediaRef(MediaRef.Type.PICTURE, small.replace("/thumbnail/", "/large/"), null, null));
                }
            });
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

    private static Instant at(JsonNode item, Instant now) {
        Instant told = createdAt(item);
        return told == null ? now : told;
    }

    /** Who comments and passes on in one second has done one thing. */
    static @Nullable String twin(String uid, @Nullable Instant at) {
        return at == null ? null : uid + ":" + at.getEpochSecond();
    }

    /** The page of a post, by its number alone: the address names no person. */
    static String page(String post) {
        return "https://m.weibo.cn/status/" + post;
    }

    static Set<String> mentioned(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }
}
