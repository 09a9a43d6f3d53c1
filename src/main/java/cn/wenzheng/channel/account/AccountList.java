package cn.wenzheng.channel.account;

import cn.wenzheng.access.Asked;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Quota;
import cn.wenzheng.petition.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts as lists and pages show them, with their states and their health. */
@Component
class AccountList {

    private static final String SELECT = """
            SELECT a.*, off.channel IS NOT NULL AS channel_off, quota.used, quota.began_at, count(*) OVER () AS total,
                   (SELECT count(*) FROM inbound_message m WHERE m.account = a.id AND m.outcome = 'FAILED') AS left_out,
            """ + StateConditions.COLUMNS + """
            FROM channel_account a
            LEFT JOIN channel_off off ON off.channel = a.channel
            LEFT JOIN channel_quota quota ON quota.account = a.id AND quota.quota = 'calls'
            """;

    /** How long what could not be taken in is put before an administrator. */
    private static final Duration LEFT_OUT = Duration.ofDays(7);

    private static final String PAGE = " LIMIT :size OFFSET :offset";

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final CallCounts calls;
    private final AccountSettings settings;
    private final Clock clock;

    AccountList(JdbcClient jdbc, AccountRows rows, CallCounts calls, AccountSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** One page; by channel, unit and code. */
    Listing<KeptAccount> page(AccountFilter filter, Window window) {
        return read(filter, "ORDER BY a.channel, a.unit, a.code", window);
    }

    /** The silent ones, the longest silent first. */
    Listing<KeptAccount> silent(Window window) {
        return read(AccountFilter.of(AccountState.SILENT), "ORDER BY coalesce(a.item_at, a.created_at), a.id", window);
    }

    /** Those the platform does not let in any more, then those whose token ends first or of which something was left out. */
    Listing<KeptAccount> unauthorised(Window window) {
        String which = "WHERE (" + StateConditions.of(AccountState.PAUSED) + " OR "
                + StateConditions.of(AccountState.EXPIRING) + " OR "
                + StateConditions.of(AccountState.LEFT_OUT) + ") ";
        return read(
                states(jdbc.sql(SELECT + which + "ORDER BY a.paused IS NULL, a.token_expires_at, a.id" + PAGE)),
                window);
    }

    Optional<KeptAccount> one(long id) {
        return states(jdbc.sql(SELECT + "WHERE a.id = :id").param("id", id))
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<KeptAccount> one(Channel channel, String code) {
        return states(jdbc.sql(SELECT + "WHERE a.channel = :channel AND a.code = :code"))
                .param("channel", channel.name())
                .param("code", code)
                .query((row, n) -> account(row))
                .optional();
    }

    private JdbcClient.StatementSpec states(JdbcClient.StatementSpec statement) {
        Instant now = clock.instant();
        return statement
                .param("silentBefore", AccountRows.utc(now.minus(settings.silentAfter())))
                .param("leftOutSince", AccountRows.utc(now.minus(LEFT_OUT)))
                .param("expiresBefore", AccountRows.utc(now.plus(settings.tokenAlarm())));
    }

    private Listing<KeptAccount> read(AccountFilter filter, String order, Window window) {
        String q = Asked.given(filter.q());
        Channel channel = filter.channel();
        return read(
                states(jdbc.sql(SELECT + where(filter, q) + order + PAGE))
                        .param("channel", channel == null ? "" : channel.name())
                        .param("unit", filter.unit() == null ? "" : filter.unit())
                        .param("q", q == null ? "" : q),
                window);
    }

    private Listing<KeptAccount> read(JdbcClient.StatementSpec statement, Window window) {
        List<KeptAccount> items = new ArrayList<>();
        long[] total = {0};
        statement.param("size", window.size()).param("offset", window.offset()).query(row -> {
            total[0] = row.getLong("total");
            items.add(account(row));
        });
        return new Listing<>(items, total[0]);
    }

    private static String where(AccountFilter filter, @Nullable String q) {
        StringJoiner where = new StringJoiner(" AND ", "WHERE ", " ");
        where.add("true");
        if (filter.channel() != null) {
            where.add("a.channel = :channel");
        }
        if (Asked.given(filter.unit()) != null) {
            where.add("a.unit = :unit");
        }
        if (filter.state() != null) {
            where.add("(" + StateConditions.of(filter.state()) + ")");
        }
        if (q != null) {
            where.add("position(lower(:q) IN lower(a.name || ' ' || a.code || ' ' || a.address)) > 0");
        }
        return where.toString();
    }

    private KeptAccount account(ResultSet row) throws SQLException {
        Channel channel = Channel.valueOf(row.getString("channel"));
        Map<String, String> own = rows.texts(row.getString("settings"));
        return new KeptAccount(
                row.getLong("id"),
                channel,
                row.getString("code"),
                row.getString("unit"),
                row.getString("name"),
                row.getString("address"),
                own,
                row.getBoolean("enabled"),
                row.getBoolean("channel_off"),
                row.getString("paused"),
                at(row, "token_expires_at"),
                row.getTimestamp("created_at").toInstant(),
                StateConditions.read(row),
                health(row, calls.quota(channel, own, Accounts.CALLS).orElse(null)));
    }

    private KeptAccount.Health health(ResultSet row, @Nullable Quota quota) throws SQLException {
        Instant began = at(row, "began_at");
        boolean counts =
                quota != null && began != null && began.plus(quota.window()).isAfter(clock.instant());
        Instant item = at(row, "item_at");
        return new KeptAccount.Health(
                at(row, "pushed_at"),
                at(row, "polled_at"),
                item,
                item == null ? row.getTimestamp("created_at").toInstant() : item,
                at(row, "sent_at"),
                row.getLong("forged"),
                row.getLong("left_out"),
                row.getBoolean("is_TROUBLED") || row.getBoolean("is_PAUSED") ? row.getString("trouble") : null,
                at(row, "trouble_at"),
                counts ? row.getInt("used") : 0,
                quota == null ? null : quota.most());
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
