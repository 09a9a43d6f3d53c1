package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Weibo shows to who asks: posts, comments, lists of them. */
@Simulated("simulatedWeiboLists")
class WeiboLists {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Posts posts;
    private final Registry registry;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Behaviours behaviours;
    private final Wire wire;

    WeiboLists(Posts posts, Registry registry, JdbcClient jdbc, Clock clock, Behaviours behaviours, Wire wire) {
        this.posts = posts;
        this.registry = registry;
        this.jdbc = jdbc;
        this.clock = clock;
        this.behaviours = behaviours;
        this.wire = wire;
    }

    ObjectNode mentions(String account, Posts.Cursors cursors, boolean comments) {
        ObjectNode list = JSON.createObjectNode();
        ArrayNode items = list.putArray(comments ? "comments" : "statuses");
        List<Post> found = posts.mentions(account, cursors, comments, clock.instant());
        found.forEach(post -> items.add(comments ? comment(post) : status(post)));
        return ends(list, found.stream().map(Post::id).toList(), posts.mentioned(account, comments), cursors);
    }

    ObjectNode ids(String account, Posts.Cursors cursors) {
        ObjectNode list = JSON.createObjectNode();
        ArrayNode items = list.putArray("statuses");
        List<Post> found = posts.mentions(account, cursors, false, clock.instant());
        found.forEach(post -> items.add(String.valueOf(post.id())));
        return ends(list, found.stream().map(Post::id).toList(), posts.mentioned(account, false), cursors);
    }

    /** One comment below a post, of a citizen or of the city. */
    private record Below(long id, String person, String text, Instant at, boolean ours) {}

    /** What stands below a post, newest first. */
    ObjectNode below(Post post, Posts.Cursors cursors) {
        List<Below> found = jdbc.sql("""
                SELECT * FROM (
                    SELECT id, person, text, said_at AS at, false AS ours FROM simulated_post
                    WHERE parent = :post AND kind = 'comment' AND NOT deleted
                    UNION ALL
                    SELECT id, account, text, told_at, true FROM simulated_reply
                    WHERE platform = 'weibo' AND target = :target AND means IN ('comment', 'comment-reply')) below
                WHERE id > :since AND id <= :most ORDER BY id DESC LIMIT :count OFFSET :skipped""")
                .param("post", post.id())
                .param("target", String.valueOf(post.id()))
                .param("since", cursors.since())
                .param("most", cursors.most())
                .param("count", cursors.count())
                .param("skipped", cursors.skipped())
                .query((row, number) -> new Below(
                        row.getLong("id"),
                        String.valueOf(row.getString("person")),
                        String.valueOf(row.getString("text")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("ours")))
                .list();
        ObjectNode list = JSON.createObjectNode();
        ArrayNode items = list.putArray("comments");
        found.forEach(comment -> items.add(comment(comment, post)));
        return ends(list, found.stream().map(Below::id).toList(), found.size(), cursors);
    }

    private ObjectNode comment(Below below, Post post) {
        ObjectNode comment = item(below.id(), below.text(), below.at());
        comment.set(
                "user",
                below.ours()
                        ? user(registry.find(Platform.WEIBO, below.person()).address(), below.person(), 1)
                        : user(below.person(), below.person(), -1));
        comment.set("status", status(post));
        return comment;
    }

    private static ObjectNode ends(ObjectNode list, List<Long> ids, int total, Posts.Cursors cursors) {
        long next = ids.size() < cursors.count() ? 0 : ids.get(ids.size() - 1);
        return list.put("previous_cursor", 0).put("next_cursor", next).put("total_number", total);
    }

    ObjectNode comment(Post post) {
        ObjectNode comment = item(post.id(), post.text(), post.saidAt());
        comment.set("user", user(post.person(), post.label(), -1));
        original(post.parent()).ifPresent(original -> comment.set("status", status(original)));
        return comment;
    }

    /** A comment that the account has just written. */
    ObjectNode written(long id, String text, String account, Post below) {
        return comment(new Below(id, account, text, clock.instant(), true), below);
    }

    ObjectNode status(Post post) {
        ObjectNode status = item(post.id(), post.text(), post.saidAt());
        status.put("textLength", WeiboWords.length(post.text(), 1) * 2).put("truncated", false);
        ArrayNode pictures = status.putArray("pic_urls");
        if (post.media() != null) {
            pictures.addObject()
                    .put(
                            "thumbnail_pic",
                            wire.address().orElse("") + WeiboApi.ROOT + "/thumbnail/" + post.media() + ".png");
        }
        if (post.latitude() != null) {
            status.putObject("geo")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(post.latitude())
                    .add(post.longitude());
        }
        status.put("reposts_count", 0).put("comments_count", 0);
        status.putObject("visible").put("type", 0).put("list_id", 0);
        status.set("user", user(post.person(), post.label(), -1));
        original(post.is("repost") ? post.parent() : null)
                .ifPresent(original ->
                        status.set("retweeted_status", original.deleted() ? gone(original) : status(original)));
        return status;
    }

    private Optional<Post> original(@Nullable Long id) {
        return id == null ? Optional.empty() : posts.find(Platform.WEIBO, id);
    }

    private ObjectNode gone(Post original) {
        return item(original.id(), "抱歉，此微博已被作者删除。查看帮助：http://t.cn/demo", original.saidAt())
                .put("deleted", "1");
    }

    private ObjectNode item(long id, String text, Instant at) {
        ObjectNode item = JSON.createObjectNode();
        item.put("created_at", WeiboWords.time(at));
        if (behaviours.of(Platform.WEIBO).is(Switch.IDS, "text")) {
            item.put("id", String.valueOf(id));
        } else {
            item.put("id", id);
        }
        return item.put("idstr", String.valueOf(id))
                .put("mid", String.valueOf(id))
                .put("text", text)
                .put("source", "<a href=\"http://app.example/demo\" rel=\"nofollow\">演示客户端</a>");
    }

    private static ObjectNode user(String id, String name, int verified) {
        ObjectNode user = JSON.createObjectNode();
        user.put("id", Long.parseLong(id))
                .put("idstr", id)
                .put("screen_name", name)
                .put("name", name);
        return user.put("location", "其他")
                .put("profile_image_url", "http://pictures.example/50/" + id)
                .put("verified", verified > 0)
                .put("verified_type", verified);
    }
}
