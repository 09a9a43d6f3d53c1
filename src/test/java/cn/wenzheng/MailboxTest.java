package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A citizen writes to the city's mailbox and is answered in his own thread. */
@TestPropertySource(properties = "wenzheng.channels.email.every=1s")
class MailboxTest extends CityTest {

    private static final String MAILBOX = "letters@city.example";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    private static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
            .withPerMethodLifecycle(false);

    @Autowired
    private JdbcClient jdbc;

    private String citizen;

    @BeforeEach
    void theCityHasAMailbox() {
        citizen = "li" + COUNT.incrementAndGet() + "@citizens.example";
        jdbc.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, settings, enabled, created_at)
                VALUES ('EMAIL', 'letters', '0000', '问政银州', ?, jsonb_build_object('imap-host', '127.0.0.1',
                    'imap-port', ?, 'smtp-host', '127.0.0.1', 'smtp-port', ?, 'tls', 'false'), true, '2026-01-01Z')
                ON CONFLICT DO NOTHING""")
                .params(
                        MAILBOX,
                        String.valueOf(SERVER.getImap().getPort()),
                        String.valueOf(SERVER.getSmtp().getPort()))
                .update();
        jdbc.sql("UPDATE channel_version SET version = version + 1").update();
    }

    private String writes(String from, String subject, String text, Map<String, String> headers) throws Exception {
        String id = "<" + COUNT.incrementAndGet() + "@citizens.example>";
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(from);
        mail.setRecipients(RecipientType.TO, MAILBOX);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            mail.setHeader(header.getKey(), header.getValue());
        }
        mail.saveChanges();
        SERVER.setUser(MAILBOX, "").deliver(mail);
        return id;
    }

    private List<String> petitions(String person) {
        return jdbc.sql("""
                SELECT s.petition FROM petition_source s JOIN conversation c ON c.id = s.conversation
                WHERE c.person = ? ORDER BY s.petition""").param(person).query(String.class).list();
    }

    private List<MimeMessage> received() {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(mail -> citizen.equals(to(mail)))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private @Nullable MimeMessage receivedWith(String words) {
        return received().stream()
                .filter(mail -> hasWords(mail, words))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aLetterIsReceiptedAnsweredInItsThreadAndTheAnswersAnswerJoinsThePetition() throws Exception {
        String id = writes(citizen, "路灯", "新华街路灯坏了", Map.of());
        await().atMost(LONG).until(() -> petitions(citizen).size() == 1);
        String number = petitions(citizen).get(0);
        await().atMost(LONG).until(() -> receivedWith("自动回复") != null);
        MimeMessage receipt = receivedWith("自动回复");
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(receipt.getHeader("In-Reply-To")).containsExactly(id);
        assertThat(receipt.getContent().toString()).contains(number, "/track/" + number + "#");

        engine.beginsWhatArrived();
        operator.accepts(number).ok();
        dispatcher.assigns(number, LIGHTING).ok();
        clerk(LIGHTING).answers(number, INTERNAL, ANSWER).ok();
        reviewer.passes(number).ok();
        await().atMost(LONG).until(() -> receivedWith(ANSWER) != null);
        MimeMessage answer = receivedWith(ANSWER);
        assertThat(answer.getHeader("Auto-Submitted")).isNull();
        assertThat(received().stream().filter(mail -> hasWords(mail, ANSWER))).hasSize(1);

        Map<String, String> inThread =
                Map.of("In-Reply-To", answer.getMessageID(), "References", answer.getMessageID());
        writes("stranger@citizens.example", "Re: " + number, "我也说一句 " + number, inThread);
        await().atMost(LONG).until(() -> petitions("stranger@citizens.example").size() == 1);
        writes(citizen, "Re: 路灯", "还是不亮\n\n-----Original Message-----\n" + ANSWER, inThread);
        await().atMost(LONG).until(() -> said(number).contains("还是不亮"));
        assertThat(petitions(citizen)).containsExactly(number);
        assertThat(said(number)).doesNotContain("我也说一句");
    }

    private static boolean hasWords(MimeMessage mail, String words) {
        try {
            return mail.getContent().toString().contains(words);
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<String> said(String number) {
        return jdbc.sql("SELECT text FROM timeline_entry WHERE petition = ? AND text IS NOT NULL")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void m5TwoRobotsDoNotWriteToEachOtherForEver() throws Exception {
        for (int letter = 0; letter < 5; letter++) {
            writes(citizen, "第" + letter + "封", "我是一台没有礼貌的机器 " + letter, Map.of());
        }
        writes(citizen, "休假", "我在休假", Map.of("Auto-Submitted", "auto-replied"));
        await().atMost(LONG).until(() -> petitions(citizen).size() == 5);
        await().atMost(LONG).until(() -> received().size() == 3);
        long receipts = jdbc.sql("""
                SELECT count(*) FROM outbound_reply r JOIN conversation c ON c.id = r.conversation
                WHERE c.person = ? AND upper(r.occasion) = 'RECEIPT'""").param(citizen).query(Long.class).single();
        assertThat(receipts).isEqualTo(3);
        assertThat(petitions(citizen)).hasSize(5);
    }
}
