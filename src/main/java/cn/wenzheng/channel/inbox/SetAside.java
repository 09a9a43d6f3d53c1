package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.channel.inbox.PostOffice.Taken;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in one by one what could not be taken in together, and sets aside, with its words, what can never be taken in: it holds
 * up no other. What fails because the database is away for a moment is not set aside; all of it comes again.
 */
@Component
class SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final PostOffice office;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetAside(
            PostOffice office, JdbcClient jdbc, Sealing sealing, PlatformTransactionManager transactions, Clock clock) {
        this.office = office;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes each item alone, or sets it aside.
     *
     * @param raw the request as it came in; null when the items were not pushed
     * @throws RuntimeException when the database is away
     */
    Taken oneByOne(Account account, List<Inbound> items, byte @Nullable [] raw) {
        Taken taken = Taken.ALL;
        for (Inbound item : items) {
            taken = alone(account, item, raw) == Taken.ALL ? taken : Taken.OTHER_WORDS;
        }
        return taken;
    }

    private Taken alone(Account account, Inbound item, byte @Nullable [] raw) {
        try {
            return office.take(account, List.of(item), raw, () -> {});
        } catch (RuntimeException failed) {
            if (passes(failed)) {
                throw failed;
            }
            LOG.error("An item of {} could not be taken in and was set aside: {}", account, kindOf(failed));
            byte[] words = raw == null ? item.text().getBytes(StandardCharsets.UTF_8) : raw;
            transaction.executeWithoutResult(begun -> keep(account, item, words));
            return Taken.ALL;
        }
    }

    /** True for what is over when the database is itself again. */
    static boolean passes(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }

    /** A database's message may repeat the row, and rows hold personal data. */
    static String kindOf(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getName();
    }

    /** Of what the item says of itself only the id is believed: anything else may be what cannot be kept. */
    private void keep(Account account, Inbound item, byte[] words) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO inbound_message (channel, account, external_id, kind, outcome, submitted_at, received_at, digest)
                VALUES (:channel, :account, :externalId, :kind, :outcome, :now, :now, :digest)
                ON CONFLICT DO NOTHING RETURNING id""")
                .param("channel", account.channel().name())
                .param("account", account.id())
                .param("externalId", InboundRows.key(item.externalId()))
                .param("kind", item.kind().name())
                .param("outcome", Fate.FAILED.name())
                .param("now", Timestamp.from(now))
                .param("digest", Digests.of(item))
                .query(Long.class)
                .optional()
                .filter(id -> sealing.isReady())
                .ifPresent(id -> jdbc.sql("UPDATE inbound_message SET raw = ? WHERE id = ?")
                        .params(sealing.seal(words, "inbound/" + id), id)
                        .update());
    }
}
