package cn.wenzheng.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery.AfterUnknown;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the city answers by mail (channels' conformance cases M4, M5, M9 and M11). */
class MailDeliveryTest {

    @RegisterExtension
    private static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private final MailDelivery delivery = new MailDelivery();

    private static Account account(int port) {
        return new Account(
                3,
                Channel.EMAIL,
                "wenzheng",
                "0000",
                "问政银州\r\nBcc: all@city.example",
                Mails.MAILBOX,
                Map.of("smtp-host", "127.0.0.1", "smtp-port", String.valueOf(port), "tls", "false"),
                Map.of("password", List.of("secret")));
    }

    private static Reply reply(String person, String occasion, String subject) {
        Reply.Contact contact = new Reply.Contact(
                MailIds.thread("<0@citizens.example>", person),
                person,
                null,
                "<1@citizens.example>#0123456789abcdef",
                null,
                null,
                null,
                0,
                0,
                true);
        return new Reply(
                "wz-17-1",
                "WZ-20260310-000001",
                occasion,
                Means.MAIL,
                contact,
                "路灯已修复𠮷。",
                subject,
                null,
                1,
                0,
                false,
                Instant.parse("2026-03-10T02:00:00Z"));
    }

    private Outcome deliver(Reply reply) {
        return delivery.deliver(reply, account(SERVER.getSmtp().getPort()));
    }

    @Test
    void m4AnAnswerStandsInTheCitizensThreadUnderTheSameNameAtEachTry() throws Exception {
        Reply reply = reply("li@citizens.example", "ANSWER", "WZ-20260310-000001 办理答复");
        assertThat(deliver(reply)).isEqualTo(new Outcome.Sent("<wz-17-1.WZ-20260310-000001@city.example>"));
        assertThat(deliver(reply)).isInstanceOf(Outcome.Sent.class);

        MimeMessage[] mails = SERVER.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
        assertThat(mails[0].getHeader("In-Reply-To")).containsExactly("<1@citizens.example>");
        assertThat(MailIds.in(mails[0].getHeader("References", null)))
                .containsExactly("<0@citizens.example>", "<1@citizens.example>");
        assertThat(mails[0].getSubject()).isEqualTo("WZ-20260310-000001 办理答复");
        assertThat(String.valueOf(mails[0].getContent()).strip()).isEqualTo("路灯已修复𠮷。");
        assertThat(mails[0].getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void m5OnlyAReceiptSaysThatAMachineHasWrittenIt() throws Exception {
        deliver(reply("li@citizens.example", "RECEIPT", "WZ-20260310-000001 收件回执"));

        assertThat(SERVER.getReceivedMessages()[0].getHeader("Auto-Submitted")).containsExactly("auto-replied");
    }

    @Test
    void m9NoLineEndOfAnybodysIsInAHeader() throws Exception {
        deliver(reply("li@citizens.example", "ANSWER", "路灯\r\nBcc: all@city.example\r\n\r\nx"));

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("路灯 Bcc: all@city.example x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li@citizens.example\r\nBcc: all@city.example",
                "li@citizens.example, all@city.example",
                "unknown:7:12",
                "null",
                "all:a@x.example,b@x.example;"
            })
    void m9WhatIsNotOneAddressGetsNoMail(String person) {
        assertThat(deliver(reply(person, "ANSWER", "x")))
                .isEqualTo(new Outcome.Refused("address", Outcome.Refused.RECIPIENT));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 451 4.3.0 later | NotNow",
                "RCPT | 450 4.2.1 mailbox busy | NotNow",
                "DATA | 421 4.3.2 closing | NotNow",
                "'.' | 452 4.3.1 full | NotNow",
                "greeting | 421 busy | NotNow",
                "MAIL | 550 5.7.1 not you | Refused",
                "RCPT | 550 5.2.2 mailbox full | Refused",
                "'.' | 554 5.6.0 spam | Refused",
                "RCPT | 550 5.1.1 no such user | TargetGone",
                "RCPT | 553 5.1.3 bad address | TargetGone",
                "'.' | '' | Unknown"
            })
    void m11WhatAServerRefusesIsToldApart(String command, String answer, String outcome) {
        try (SmtpScript server = new SmtpScript(Map.of(command, answer))) {
            assertThat(delivery.deliver(reply("li@citizens.example", "ANSWER", "x"), account(server.port()))
                            .getClass()
                            .getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void m11ARefusedPersonIsToldBeforeTheRefusedMail() {
        try (SmtpScript server =
                new SmtpScript(Map.of("RCPT", "550 5.1.1 no such user", "DATA", "554 no valid recipients"))) {
            assertThat(delivery.deliver(reply("li@citizens.example", "ANSWER", "x"), account(server.port())))
                    .isEqualTo(new Outcome.TargetGone("smtp-550"));
        }
    }

    @Test
    void m11WhereNobodyListensNothingHasLeft() {
        SmtpScript server = new SmtpScript(Map.of());
        int port = server.port();
        server.close();

        assertThat(delivery.deliver(reply("li@citizens.example", "ANSWER", "x"), account(port)))
                .isEqualTo(new Outcome.NotNow(null, "smtp"));
    }

    @Test
    void aWrongPasswordSwitchesTheAccountOff() {
        try (SmtpScript server = new SmtpScript(
                Map.of("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN", "AUTH", "535 5.7.8 wrong password"))) {
            assertThat(delivery.deliver(reply("li@citizens.example", "ANSWER", "x"), account(server.port())))
                    .isEqualTo(new Outcome.TokenInvalid("login"));
        }
    }

    @Test
    void anAnswerThatMayHaveArrivedIsSentAgain() {
        assertThat(delivery.afterUnknown(Means.MAIL)).isEqualTo(AfterUnknown.RETRY);
    }
}
