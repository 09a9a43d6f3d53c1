package cn.wenzheng.notice;

import cn.wenzheng.notice.NoticeKind.Topic;
import cn.wenzheng.notice.Post.Line;
import cn.wenzheng.notice.Post.Settled;
import cn.wenzheng.organization.ClosedList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The write side of the notices' table. */
@Component
class NoticeRows {

    private static final String ADD = """
            INSERT INTO notice (audience, kind, about, petition, slip, account, account_channel, account_code, unit, at)
            SELECT line.audience, line.kind, :about, :petition, :slip, :account, :channel, :code, line.unit, :at
            FROM unnest(:audiences::text[], :kinds::text[], :units::text[]) AS line (audience, kind, unit)
            """;

    /** One statement for everything an event has to say: a step of a petition pays once. */
    private static final String SETTLE_AND_ADD = """
            WITH settled AS (
                UPDATE notice SET settled_at = :at
                WHERE settled_at IS NULL AND petition = :petition AND kind = ANY (:settled)
                  AND (:settledUnit::text IS NULL OR unit = :settledUnit)
                  AND (:slip::text IS NULL OR slip = :slip))
            """ + ADD;

    private static final String ADD_MANY = """
            INSERT INTO notice (audience, kind, about, petition, unit, at)
            SELECT audience, kind, about, petition, unit, at::timestamptz
            FROM unnest(:audiences::text[], :kinds::text[], :abouts::text[], :petitions::text[], :units::text[],
                :ats::text[]) AS line (audience, kind, about, petition, unit, at)
            """;

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link #add}, for petitions that may come in many at once: they are told of together, within the transaction. */
    void addReceived(Post post) {
        PostsOfTransaction.add(post, this::addMany);
    }

    private void addMany(List<Post> posts) {
        jdbc.sql(ADD_MANY)
                .param(
                        "audiences",
                        column(posts, (post, line) -> line.audience().key()))
                .param("kinds", column(posts, (post, line) -> line.kind().name()))
                .param(
                        "abouts",
                        column(
                                posts,
                                (post, line) -> post.about() == null
                                        ? null
                                        : post.about().code()))
                .param("petitions", column(posts, (post, line) -> post.petition))
                .param("units", column(posts, (post, line) -> line.unit()))
                .param("ats", column(posts, (post, line) -> post.at.toString()))
                .update();
    }

    private static @Nullable String[] column(List<Post> posts, BiFunction<Post, Line, @Nullable String> value) {
        return posts.stream()
                .flatMap(post -> post.lines().stream().map(line -> value.apply(post, line)))
                .toArray(String[]::new);
    }

    void add(Post post) {
        PostsOfTransaction.write();
        if (post.settled() == Settled.NOTHING) {
            add(ADD, post).update();
        } else {
            add(SETTLE_AND_ADD, post)
                    .param("settled", kinds(post.settled() == Settled.WORK ? Topic.WORK : Topic.SLIP))
                    .param("settledUnit", post.settledUnit())
                    .update();
        }
    }

    private JdbcClient.StatementSpec add(String sql, Post post) {
        ClosedList about = post.about();
        NoticeAccount account = post.account();
        return jdbc.sql(sql)
                .param("at", post.at.atOffset(ZoneOffset.UTC))
                .param("petition", post.petition)
                .param("slip", post.slip())
                .param("account", account == null ? null : account.id())
                .param("channel", account == null ? null : account.channel().name())
                .param("code", account == null ? null : account.code())
                .param("about", about == null ? null : about.code())
                .param("audiences", column(post, line -> line.audience().key()))
                .param("kinds", column(post, line -> line.kind().name()))
                .param("units", column(post, Line::unit));
    }

    private static @Nullable String[] column(Post post, Function<Line, @Nullable String> value) {
        return post.lines().stream().map(value).toArray(String[]::new);
    }

    private static String[] kinds(Topic topic) {
        return Stream.of(NoticeKind.values())
                .filter(kind -> kind.topic() == topic)
                .map(NoticeKind::name)
                .toArray(String[]::new);
    }

    /** Takes away what is older; read marks go with it. */
    int forget(Instant before, int most) {
        return jdbc.sql("DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE at < ? ORDER BY id LIMIT ?)")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .update();
    }
}
