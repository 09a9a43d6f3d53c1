package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts as they stand in their table, read anew each time; a quota is used up until the instant a setting names. */
@Component
@Primary
@Profile("scripted-platform")
class ScriptedAccounts implements Accounts {

    private final JdbcClient jdbc;

    ScriptedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(Channel channel, String code) {
        return all().stream()
                .filter(each -> each.channel() == channel && each.code().equals(code))
                .findFirst();
    }

    @Override
    public Optional<Account> find(long id) {
        return all().stream().filter(each -> each.id() == id).findFirst();
    }

    @Override
    public List<Account> of(Channel channel) {
        return all().stream().filter(each -> each.channel() == channel).toList();
    }

    @Override
    public List<Account> takingPart(Channel channel) {
        return of(channel);
    }

    @Override
    public Optional<Account> ofUnit(Channel channel, String unit) {
        return of(channel).stream().filter(each -> each.unit().equals(unit)).findFirst();
    }

    @Override
    public Optional<Account> highest(Channel channel, List<String> names) {
        return Optional.empty();
    }

    @Override
    public boolean isOurs(Channel channel, String sender) {
        return false;
    }

    @Override
    public Optional<Instant> spendSpare(Account account, String quota, int calls, double readingsPerHour) {
        return spend(account, quota, calls, false);
    }

    @Override
    public Optional<Instant> spend(Account account, String quota, int calls, boolean forReplies) {
        return Optional.ofNullable(account.settings().get("quotaUntil")).map(Instant::parse);
    }

    @Override
    public Duration pace(Account account, String quota) {
        return Duration.ZERO;
    }

    @Override
    public void seen(Account account, Sign sign, Instant at) {
        jdbc.sql("UPDATE channel_account SET sent_at = ? WHERE id = ?")
                .params(Timestamp.from(at), account.id())
                .update();
    }

    @Override
    public void trouble(Account account, Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.TokenInvalid invalid) {
            jdbc.sql("UPDATE channel_account SET paused = ? WHERE id = ?")
                    .params(invalid.reason(), account.id())
                    .update();
        }
    }

    private List<Account> all() {
        return jdbc.sql(
                        "SELECT * FROM channel_account WHERE enabled AND paused IS NULL AND code LIKE 'scripted%' ORDER BY id")
                .query(ScriptedAccounts::account)
                .list();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("code"),
                row.getString("unit"),
                row.getString("name"),
                row.getString("address"),
                settings(row.getString("settings")),
                Map.of());
    }

    private static Map<String, String> settings(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
