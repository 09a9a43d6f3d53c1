package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What an account writes on Weibo, with the platform's rules about whom it may write to and what. */
@Simulated("simulatedWeiboWriting")
class WeiboWriting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Duration REPEATED = Duration.ofHours(24);

    /** The word that this platform does not like, so that everybody can try what happens then. */
    static final String SENSITIVE = "敏感词";

    private final Posts posts;
    private final Replies replies;
    private final WeiboLists lists;
    private final Behaviours behaviours;
    private final Clock clock;

    WeiboWriting(Posts posts, Replies replies, WeiboLists lists, Behaviours behaviours, Clock clock) {
        this.posts = posts;
        this.replies = replies;
        this.lists = lists;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    ResponseEntity<byte[]> comment(String account, WeiboApi.Writing wanted) {
        return find(wanted.id())
                .map(post -> comment(account, wanted, "comment", post, post))
                .orElseGet(() -> WeiboWords.error("/2/comments/create", "20101"));
    }

    ResponseEntity<byte[]> replyToComment(String account, WeiboApi.Writing wanted) {
        Optional<Post> post = find(wanted.id());
        if (post.isEmpty()) {
            return WeiboWords.error("/2/comments/reply", "20101");
        }
        return find(wanted.cid())
                .map(comment -> comment(account, wanted, "comment-reply", post.get(), comment))
                .orElseGet(() -> WeiboWords.error("/2/comments/reply", "20201"));
    }

    private Optional<Post> find(@Nullable String id) {
        return id == null || !id.matches("[0-9]{1,18}")
                ? Optional.empty()
                : posts.find(Platform.WEIBO, Long.parseLong(id)).filter(found -> !found.deleted());
    }

    private ResponseEntity<byte[]> comment(
            String account, WeiboApi.Writing wanted, String means, Post below, Post answered) {
        String path = "/2/comments/create";
        if (wanted.comment() == null || wanted.comment().isBlank() || wanted.rip() == null) {
            return WeiboWords.error(path, "10016");
        }
        Replies.Told told = new Replies.Told(
                Platform.WEIBO, account, answered.person(), means, wanted.comment(), String.valueOf(below.id()), null);
        Behaviour behaviour = behaviours.of(Platform.WEIBO);
        Optional<String> refused = refused(told, "20012", behaviour.number(Switch.COMMENT_MOST, 140), behaviour);
        if (refused.isPresent()) {
            return WeiboWords.error(path, refused.get());
        }
        long id = replies.add(told, clock.instant()).orElseThrow();
        return behaviour.is(Switch.ACCEPT_LATE)
                ? WeiboWords.error(path, "20032")
                : WeiboWords.json(lists.written(id, told.text(), account, below));
    }

    /** What the platform does not take of anybody: too long, a word it does not like, the same once more. */
    private Optional<String> refused(Replies.Told told, String tooLong, int most, Behaviour behaviour) {
        if (WeiboWords.length(told.text(), behaviour.number(Switch.EMOJI_COST, 1)) > most) {
            return Optional.of(tooLong);
        }
        if (told.text().contains(SENSITIVE)) {
            return Optional.of("21602");
        }
        return replies.saidBefore(told, clock.instant().minus(REPEATED)) ? Optional.of("20019") : Optional.empty();
    }

    ResponseEntity<byte[]> message(String account, WeiboApi.Writing wanted) {
        String path = "/2/messages/reply";
        Optional<String> text = text(wanted.data());
        if (text.isEmpty() || wanted.receiver_id() == null) {
            return WeiboWords.error(path, "10016");
        }
        Replies.Told told = new Replies.Told(
                Platform.WEIBO, account, wanted.receiver_id(), "private-message", text.get(), null, null);
        Behaviour behaviour = behaviours.of(Platform.WEIBO);
        Optional<String> refused = refused(told, "20013", behaviour.number(Switch.MESSAGE_MOST, 299), behaviour)
                .or(() -> closed(told, behaviour));
        if (refused.isPresent()) {
            return WeiboWords.error(path, refused.get());
        }
        long id = replies.add(told, clock.instant()).orElseThrow();
        ObjectNode answer = JSON.createObjectNode().put("result", true);
        return WeiboWords.json(
                behaviour.is(Switch.REPLY_BODY, "bare")
                        ? answer
                        : answer.put("id", String.valueOf(id)).put("receiver_id", told.person()));
    }

    private static Optional<String> text(@Nullable String data) {
        try {
            return Optional.of(JSON.readTree(String.valueOf(data)).path("text").asText())
                    .filter(text -> !text.isBlank());
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** Why this person may not be written to now. */
    private Optional<String> closed(Replies.Told told, Behaviour behaviour) {
        Instant open = clock.instant().minus(behaviour.duration(Switch.WINDOW, WINDOW));
        Optional<Instant> spoke = last(told, "message", "follow", "menu");
        Optional<Instant> left = last(told, "unfollow");
        if (left.isPresent() && spoke.filter(at -> at.isAfter(left.get())).isEmpty()) {
            return Optional.of("20301");
        }
        if (spoke.filter(at -> at.isAfter(open)).isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> mentioned = last(told, "mention", "comment", "repost").filter(at -> at.isAfter(open));
        boolean free = mentioned.isPresent()
                && replies.told(
                                Platform.WEIBO,
                                told.account(),
                                told.person(),
                                List.of("private-message"),
                                mentioned.get())
                        < behaviour.number(Switch.PER_MENTION, 1);
        return free ? Optional.empty() : Optional.of("26403");
    }

    private Optional<Instant> last(Replies.Told told, String... kinds) {
        return posts.last(Platform.WEIBO, told.account(), told.person(), List.of(kinds));
    }
}
