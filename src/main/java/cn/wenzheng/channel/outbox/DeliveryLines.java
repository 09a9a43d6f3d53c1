package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes out, as people look at it; counted and cut before the words are fetched. */
@Component
class DeliveryLines {

    /** Nobody turns over more; a list that is this long is said to have at least so many. */
    static final int COUNTED = 10_000;

    private static final String LINES = """
            SELECT r.*, a.name AS account_name,
                   (SELECT count(*) FROM outbound_attempt t WHERE t.reply = r.id) AS tries
            FROM outbound_reply r LEFT JOIN channel_account a ON a.id = r.account
            """;

    private static final String PAGE = """
            WITH found AS (SELECT id FROM outbound_reply WHERE %1$s ORDER BY %2$s LIMIT :size OFFSET :offset)
            SELECT (SELECT count(*) FROM (SELECT 1 FROM outbound_reply WHERE %1$s LIMIT %4$d) counted) AS total,
                   r.*, a.name AS account_name,
                   (SELECT count(*) FROM outbound_attempt t WHERE t.reply = r.id) AS tries
            FROM found JOIN outbound_reply r ON r.id = found.id LEFT JOIN channel_account a ON a.id = r.account
            ORDER BY %3$s
            """;

    private static final String MEANT =
            " AND state = ANY (:states) AND (:channel::varchar IS NULL OR channel = :channel)";

    /** What waits longest first. */
    private static final String OPEN = PAGE.formatted("ended_at IS NULL" + MEANT, "id", "r.id", COUNTED);

    /** The newest first; nobody turns over ten thousand, and the table only grows. */
    private static final String OVER = PAGE.formatted(
            "ended_at IS NOT NULL" + MEANT, "ended_at DESC, id DESC", "r.ended_at DESC, r.id DESC", COUNTED);

    private final JdbcClient jdbc;

    DeliveryLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<DeliveryLine> page(List<DeliveryState.Group> groups, @Nullable Channel channel, Window window) {
        long[] total = {0};
        boolean over = groups.stream().allMatch(DeliveryState.Group::isOver);
        List<DeliveryLine> lines = jdbc.sql(over ? OVER : OPEN)
                .param(
                        "states",
                        groups.stream()
                                .flatMap(group -> Stream.of(group.states()))
                                .toArray(String[]::new))
                .param("channel", channel == null ? null : channel.name())
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return line(row);
                })
                .list();
        return new Listing<>(lines, total[0]);
    }

    Optional<DeliveryLine> find(long id) {
        return jdbc.sql(LINES + "WHERE r.id = ?")
                .param(id)
                .query((row, n) -> line(row))
                .optional();
    }

    /** Those of a petition, without events. */
    List<DeliveryLine> of(String petition) {
        return jdbc.sql(LINES + "WHERE r.petition = ? AND r.event_key IS NULL ORDER BY r.id")
                .param(petition)
                .query((row, n) -> line(row))
                .list();
    }

    List<Try> tries(long id) {
        return jdbc.sql("SELECT * FROM outbound_attempt WHERE reply = ? ORDER BY id")
                .param(id)
                .query((row, n) -> new Try(
                        n + 1,
                        row.getInt("part"),
                        row.getString("means"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("code")))
                .list();
    }

    List<Decided> decisions(long id) {
        return jdbc.sql("SELECT * FROM outbound_decision WHERE reply = ? ORDER BY id")
                .param(id)
                .query((row, n) -> new Decided(
                        row.getString("person"),
                        row.getString("step"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** One try; without an end nobody knows what became of it. */
    record Try(
            int no,
            int part,
            @Nullable String means,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String code) {}

    /** What a person has decided. */
    record Decided(String person, String step, @Nullable String reason, Instant at) {}

    private static DeliveryLine line(ResultSet row) throws SQLException {
        boolean event = row.getString("event_key") != null;
        return new DeliveryLine(
                row.getString("id"),
                row.getString("petition"),
                Channel.valueOf(row.getString("channel")),
                row.getString("account_name"),
                event ? null : Occasion.valueOf(row.getString("occasion")),
                event ? row.getString("occasion") : null,
                row.getBoolean("is_public"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("means"),
                row.getInt("parts"),
                row.getInt("parts_sent"),
                row.getInt("tries"),
                row.getTimestamp("made_at").toInstant(),
                instant(row, "ended_at"),
                instant(row, "wait_until"),
                row.getString("trouble"),
                row.getString("text_private"),
                row.getString("text_public"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
