package cn.wenzheng.channel.account;

import static cn.wenzheng.channel.account.AccountRows.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told of which account, and when; whoever writes the row tells it. */
@Component
class AlarmRows {

    private static final String AGAIN =
            " ON CONFLICT (account, matter) DO UPDATE SET told_at = :now WHERE channel_alarm.told_at < :day ";

    private final JdbcClient jdbc;

    AlarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was told since the day began */
    boolean tell(long account, String matter, Instant now, Instant day) {
        return jdbc.sql("INSERT INTO channel_alarm (account, matter, told_at) VALUES (:account, :matter, :now)" + AGAIN)
                        .param("account", account)
                        .param("matter", matter)
                        .param("now", utc(now))
                        .param("day", utc(day))
                        .update()
                == 1;
    }

    /** Those whose token ends before an instant and that were not told of since the day began; none that waits already. */
    List<Long> tellExpiring(String matter, Instant expiresBefore, Instant now, Instant day) {
        return jdbc.sql("INSERT INTO channel_alarm (account, matter, told_at) SELECT a.id, :matter, :now"
                        + " FROM channel_account a LEFT JOIN channel_off off ON off.channel = a.channel"
                        + " WHERE a.paused IS NULL AND " + StateConditions.of(AccountState.EXPIRING) + AGAIN
                        + "RETURNING account")
                .param("matter", matter)
                .param("expiresBefore", utc(expiresBefore))
                .param("now", utc(now))
                .param("day", utc(day))
                .query(Long.class)
                .list();
    }
}
