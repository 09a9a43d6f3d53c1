package cn.wenzheng.channel.outbox;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.delivery.AnswerDelivery;
import cn.wenzheng.petition.delivery.AnswerDelivery.Message;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import cn.wenzheng.petition.delivery.Precedence;
import java.sql.Timestamp;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells who has written a mail that it has arrived, and under which number; a few times a day and no more.
 *
 * <p>At the end of the transaction that takes the mail in: only then is it known where it came from.
 */
@Component
class MailReceipts {

    private static final Duration DAY = Duration.ofDays(1);

    private final AnswerDelivery delivery;
    private final ReceiptSettings settings;
    private final JdbcClient jdbc;

    MailReceipts(AnswerDelivery delivery, ReceiptSettings settings, JdbcClient jdbc) {
        this.delivery = delivery;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void acknowledge(PetitionEvent.Received received) {
        if (received.channel() == Channel.EMAIL
                && told(received.number(), received.at().minus(DAY)) < settings.autoReplyCap()) {
            String words = MessageFormat.format(settings.receipt(), received.number());
            delivery.tell(new Message(
                    received.number(),
                    received.channel(),
                    Occasion.RECEIPT,
                    words,
                    null,
                    Precedence.USUAL,
                    false,
                    received.at()));
        }
    }

    /** How many receipts this petition's sender has had since then. */
    private int told(String petition, Instant since) {
        return jdbc.sql("""
                SELECT count(*) FROM petition_source s JOIN conversation mine ON mine.id = s.conversation
                JOIN conversation c ON c.account = mine.account AND c.person = mine.person
                JOIN outbound_reply r ON r.conversation = c.id
                WHERE s.petition = ? AND upper(r.occasion) = ? AND r.made_at > ?""")
                .params(petition, Occasion.RECEIPT.name(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}
