package cn.wenzheng.channel.account;

import static cn.wenzheng.channel.account.AccountRows.utc;

import cn.wenzheng.channel.Accounts.Sign;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table keeps of an account's health. */
@Component
class HealthRows {

    private final JdbcClient jdbc;

    HealthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it waited already */
    boolean pause(long id, String why, Instant at) {
        return jdbc.sql("""
                        UPDATE channel_account SET paused = ?, trouble = ?, trouble_at = ?
                        WHERE id = ? AND paused IS NULL""").params(why, why, utc(at), id).update() == 1;
    }

    void trouble(long id, String what, Instant at) {
        jdbc.sql("UPDATE channel_account SET trouble = ?, trouble_at = ? WHERE id = ?")
                .params(what, utc(at), id)
                .update();
    }

    /** Writes gathered signs of life; accounts in the order of their ids, so that two nodes do not wait for each other. */
    void seen(Collection<SignsOfLife.Marks> all) {
        jdbc.sql("""
                UPDATE channel_account account SET
                    pushed_at = greatest(account.pushed_at, sign.pushed),
                    polled_at = greatest(account.polled_at, sign.polled),
                    item_at = greatest(account.item_at, sign.item),
                    sent_at = greatest(account.sent_at, sign.sent),
                    forged = account.forged + sign.forged
                FROM (SELECT given.* FROM unnest(:ids::bigint[], :pushed::timestamptz[], :polled::timestamptz[],
                              :item::timestamptz[], :sent::timestamptz[], :forged::bigint[])
                          AS given (id, pushed, polled, item, sent, forged)
                      JOIN channel_account held USING (id) ORDER BY id FOR UPDATE OF held) sign
                WHERE account.id = sign.id""")
                .param("ids", all.stream().map(SignsOfLife.Marks::account).toArray(Long[]::new))
                .param("pushed", column(all, Sign.PUSHED))
                .param("polled", column(all, Sign.POLLED))
                .param("item", column(all, Sign.ITEM))
                .param("sent", column(all, Sign.SENT))
                .param("forged", all.stream().map(SignsOfLife.Marks::forged).toArray(Long[]::new))
                .update();
    }

    private static @Nullable String[] column(Collection<SignsOfLife.Marks> all, Sign sign) {
        return all.stream()
                .map(marks -> marks.at(sign))
                .map(at -> at == null ? null : at.toString())
                .toArray(String[]::new);
    }
}
