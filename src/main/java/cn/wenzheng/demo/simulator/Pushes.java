package cn.wenzheng.demo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The callbacks that platforms have to make. */
@Simulated("simulatedPushes")
class Pushes {

    /** Longer than a call takes; then another node may make it. */
    private static final Duration HOLD = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pushes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A callback that this node is to make now. */
    record Push(long id, long post, Platform platform, int tries) {}

    /** What became of a post's callbacks, as people read it. */
    record State(String state, int tries, @Nullable String answer) {}

    void add(long post, Instant due) {
        jdbc.sql("INSERT INTO simulated_push (post, due_at, state) VALUES (?, ?, 'waiting')")
                .params(post, Posts.utc(due))
                .update();
    }

    /**
     * Takes what is due for this node alone; the newest first where a platform mixes up the order.
     *
     * @param post only those of this post; null takes any
     */
    Optional<Push> claim(@Nullable Long post) {
        return jdbc.sql("""
                UPDATE simulated_push AS taken SET held_until = :until, tries = taken.tries + 1
                FROM (SELECT s.id, p.platform FROM simulated_push s JOIN simulated_post p ON p.id = s.post
                    WHERE s.state = 'waiting' AND s.due_at <= :now AND (s.held_until IS NULL OR s.held_until <= :now)
                        AND (CAST(:post AS bigint) IS NULL OR s.post = :post)
                    ORDER BY CASE WHEN EXISTS (SELECT FROM simulated_switch w WHERE w.platform = p.platform
                        AND w.name = 'reorder') THEN -s.id ELSE s.id END LIMIT 1 FOR UPDATE OF s SKIP LOCKED) found
                WHERE taken.id = found.id
                RETURNING taken.id, taken.post, found.platform, taken.tries""")
                .param("until", Posts.utc(clock.instant().plus(HOLD)))
                .param("now", Posts.utc(clock.instant()))
                .param("post", post)
                .query((row, number) -> new Push(
                        row.getLong("id"),
                        row.getLong("post"),
                        Platform.of(row.getString("platform")),
                        row.getInt("tries")))
                .optional();
    }

    void done(Push push, String answer) {
        finish(push, "done", answer, clock.instant());
    }

    void giveUp(Push push, String answer) {
        finish(push, "gave-up", answer, clock.instant());
    }

    void again(Push push, String answer, Duration wait) {
        finish(push, "waiting", answer, clock.instant().plus(wait));
    }

    private void finish(Push push, String state, String answer, Instant due) {
        jdbc.sql("UPDATE simulated_push SET state = ?, answer = ?, due_at = ?, held_until = NULL WHERE id = ?")
                .params(state, answer, Posts.utc(due), push.id())
                .update();
    }

    /** The last callback of each of these posts. */
    Map<Long, State> of(List<Long> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                SELECT DISTINCT ON (post) post, state, tries, answer FROM simulated_push WHERE post IN (:posts)
                ORDER BY post, id DESC""")
                .param("posts", posts)
                .query((row, number) -> Map.entry(
                        row.getLong("post"),
                        new State(
                                String.valueOf(row.getString("state")), row.getInt("tries"), row.getString("answer"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
