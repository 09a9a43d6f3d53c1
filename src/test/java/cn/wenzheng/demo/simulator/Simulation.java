package cn.wenzheng.demo.simulator;

import cn.wenzheng.StillClock;
import cn.wenzheng.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The simulated platforms on a real database, with a clock that stands still. */
final class Simulation {

    final StillClock clock = new StillClock();
    final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated().app());
    final MockEnvironment environment = new MockEnvironment();
    final Posts posts = new Posts(jdbc);
    final Replies replies = new Replies(jdbc);
    final Behaviours behaviours = new Behaviours(jdbc);
    final Registry registry = new Registry(jdbc);
    final Gallery gallery = new Gallery(jdbc);
    final Tokens tokens = new Tokens(jdbc, clock);
    final Quotas quotas = new Quotas(jdbc, clock);
    final Pushes pushes = new Pushes(jdbc, clock);
    final KeyPairs keys = new KeyPairs(jdbc);
    final Wire wire = new Wire(environment);
    final Speaking speaking = new Speaking(posts, registry, gallery, clock);
    final WeiboLists lists = new WeiboLists(posts, registry, jdbc, clock, behaviours, wire);
    final WeiboWriting weibo = new WeiboWriting(posts, replies, lists, behaviours, clock);
    final WeiboCalls calls = new WeiboCalls(tokens, quotas, behaviours, registry);

    Post says(Platform platform, String user, String kind, String text) {
        return speaking.speak(platform, Saying.of(Registry.CITY, user, kind, text, null), behaviours.of(platform));
    }

    void passes(Duration time) {
        clock.shows(clock.instant().plus(time));
    }

    /** The error that a call to Weibo ends with; null when it succeeds. */
    String error(Function<String, ResponseEntity<byte[]>> call, String token) {
        return json(calls.take("/2/comments/create", token, call))
                .path("error_code")
                .asText(null);
    }

    String comments(Post post, String text) {
        return error(account -> weibo.comment(account, writing(text, String.valueOf(post.id()), null)), "t");
    }

    String tells(Post post, String text) {
        String data = new ObjectMapper().createObjectNode().put("text", text).toString();
        return json(weibo.message(
                        Registry.CITY, new WeiboApi.Writing("t", null, null, null, null, data, post.person())))
                .path("error_code")
                .asText(null);
    }

    static WeiboApi.Writing writing(String text, String id, String cid) {
        return new WeiboApi.Writing("t", text, id, cid, "127.0.0.1", null, null);
    }

    List<String> received(Platform platform, Post post) {
        return replies.received(platform, post.person(), 0, 50).stream()
                .map(Replies.Reply::text)
                .toList();
    }

    static JsonNode json(ResponseEntity<byte[]> answer) {
        try {
            return new ObjectMapper().readTree(answer.getBody());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
