package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms that citizens have sent by the mini-program, each good for one notice within a week. */
@Component
class Forms implements AlipayDelivery.FormIds {

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    Forms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a form, and forgets those that are good for nothing any more. */
    void keep(Account account, String externalId, String formId) {
        jdbc.sql("DELETE FROM alipay_form WHERE kept_at < ?")
                .param(clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO alipay_form (account, external_id, form_id, kept_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (account, external_id) DO NOTHING""")
                .params(account.id(), externalId, formId, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public @Nullable String of(Account account, @Nullable String externalId) {
        return jdbc.sql("SELECT form_id FROM alipay_form WHERE account = ? AND external_id = ? AND kept_at >= ?")
                .params(
                        account.id(),
                        externalId,
                        clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public void used(Account account, @Nullable String externalId) {
        jdbc.sql("DELETE FROM alipay_form WHERE account = ? AND external_id = ?")
                .params(account.id(), externalId)
                .update();
    }
}
