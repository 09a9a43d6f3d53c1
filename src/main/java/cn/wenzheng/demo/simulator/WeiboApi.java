package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weibo's open interface: mentions and comments to be read, messages and comments to be written. */
@Hidden
@RestController("simulatedWeiboApi")
@Profile("demo")
@RequestMapping(WeiboApi.ROOT)
class WeiboApi {

    static final String ROOT = "/simulator/platforms/weibo";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_ROWS = 200;

    private final Stage stage;
    private final WeiboCalls calls;
    private final WeiboLists lists;
    private final WeiboWriting writing;
    private final Posts posts;
    private final Gallery gallery;
    private final Clock clock;

    WeiboApi(
            Stage stage,
            WeiboCalls calls,
            WeiboLists lists,
            WeiboWriting writing,
            Posts posts,
            Gallery gallery,
            Clock clock) {
        this.stage = stage;
        this.calls = calls;
        this.lists = lists;
        this.writing = writing;
        this.posts = posts;
        this.gallery = gallery;
        this.clock = clock;
    }

    /** Where a list is to be read, by the names of Weibo's parameters. */
    record Reading(
            @Nullable String access_token,
            @Nullable Long since_id,
            @Nullable Long max_id,
            @Nullable Integer count,
            @Nullable Integer page,
            @Nullable Long id,
            @Nullable String fid) {
        Posts.Cursors cursors() {
            return new Posts.Cursors(
                    since_id == null ? 0 : since_id,
                    max_id == null || max_id == 0 ? Long.MAX_VALUE : max_id,
                    count == null ? 20 : Math.max(1, Math.min(count, MOST_ROWS)),
                    page == null ? 1 : Math.max(page, 1));
        }
    }

    @GetMapping({"/2/statuses/mentions.json", "/2/statuses/mentions/biz.json"})
    Object mentions(Reading reading) {
        return read("/2/statuses/mentions", reading, account -> lists.mentions(account, reading.cursors(), false));
    }

    @GetMapping("/2/statuses/mentions/ids.json")
    Object ids(Reading reading) {
        return read("/2/statuses/mentions/ids", reading, account -> lists.ids(account, reading.cursors()));
    }

    @GetMapping({"/2/comments/mentions.json", "/2/comments/mentions/biz.json"})
    Object mentionsInComments(Reading reading) {
        return read("/2/comments/mentions", reading, account -> lists.mentions(account, reading.cursors(), true));
    }

    @GetMapping({"/2/comments/show.json", "/2/comments/show/biz.json"})
    Object comments(Reading reading) {
        return post("/2/comments/show", reading, post -> WeiboWords.json(lists.below(post, reading.cursors())));
    }

    @GetMapping({"/2/statuses/show.json", "/2/statuses/show/biz.json"})
    Object show(Reading reading) {
        return post("/2/statuses/show", reading, post -> WeiboWords.json(lists.status(post)));
    }

    private Object read(String path, Reading reading, Function<String, Object> answer) {
        return stage.play(
                Platform.WEIBO,
                () -> calls.take(path, reading.access_token(), account -> WeiboWords.json(answer.apply(account))));
    }

    private Object post(String path, Reading reading, Function<Post, ResponseEntity<byte[]>> answer) {
        return stage.play(
                Platform.WEIBO,
                () -> calls.take(
                        path,
                        reading.access_token(),
                        account -> posts.find(Platform.WEIBO, reading.id() == null ? 0 : reading.id())
                                .filter(post -> !post.deleted())
                                .map(answer)
                                .orElseGet(() -> WeiboWords.error(path, "20101"))));
    }

    /** What is to be written, by the names of Weibo's parameters. */
    record Writing(
            @Nullable String access_token,
            @Nullable String comment,
            @Nullable String id,
            @Nullable String cid,
            @Nullable String rip,
            @Nullable String data,
            @Nullable String receiver_id) {}

    @PostMapping({"/2/comments/create.json", "/2/comments/create/biz.json"})
    Object comment(Writing wanted) {
        return write("/2/comments/create", wanted, account -> writing.comment(account, wanted));
    }

    @PostMapping({"/2/comments/reply.json", "/2/comments/reply/biz.json"})
    Object replyToComment(Writing wanted) {
        return write("/2/comments/reply", wanted, account -> writing.replyToComment(account, wanted));
    }

    @PostMapping({"/2/messages/reply.json", "/2/messages/reply/biz.json"})
    Object message(Writing wanted) {
        return write("/2/messages/reply", wanted, account -> writing.message(account, wanted));
    }

    private Object write(String path, Writing wanted, Function<String, ResponseEntity<byte[]>> answer) {
        return stage.play(Platform.WEIBO, () -> calls.take(path, wanted.access_token(), answer));
    }

    /** A picture or recording of a private message. */
    @GetMapping("/2/mss/msget")
    Object file(Reading reading) {
        return stage.play(
                Platform.WEIBO,
                () -> calls.take("/2/mss/msget", reading.access_token(), account -> piece(reading.fid())));
    }

    /** A post's picture, which everybody can see. */
    @GetMapping("/{size:thumbnail|bmiddle|large}/{file:[0-9]+}.png")
    Object picture(@PathVariable String size, @PathVariable String file) {
        return stage.play(Platform.WEIBO, () -> piece(file));
    }

    private ResponseEntity<byte[]> piece(@Nullable String id) {
        return gallery.find(id == null || !id.matches("[0-9]{1,18}") ? 0 : Long.parseLong(id))
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(found.type()))
                        .body(found.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/oauth2/get_token_info")
    Object tokenInfo(@RequestParam("access_token") String token) {
        return stage.play(
                Platform.WEIBO,
                () -> calls.life(token)
                        .map(life -> WeiboWords.json(JSON.createObjectNode()
                                .put("uid", life.uid())
                                .put("appkey", "demo")
                                .put("create_at", clock.instant().getEpochSecond())
                                .put("expire_in", rest(life.end()))))
                        .orElseGet(() -> WeiboWords.error("/oauth2/get_token_info", "21332")));
    }

    private long rest(@Nullable Instant end) {
        return end == null
                ? Duration.ofDays(30).toSeconds()
                : Duration.between(clock.instant(), end).toSeconds();
    }
}
