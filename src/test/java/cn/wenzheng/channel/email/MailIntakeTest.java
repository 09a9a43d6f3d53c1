package cn.wenzheng.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake.Page;
import cn.wenzheng.petition.Channel;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a mailbox is read (channels' conformance cases M3, M6, M7, M8 and M10). */
class MailIntakeTest {

    private static final String TEXT = "Content-Type: text/plain; charset=UTF-8\n";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final MailIntake intake = new MailIntake(Mails.settings());
    private GreenMailUser user;

    @BeforeEach
    void open() {
        server.start();
        user = server.setUser(Mails.MAILBOX, Mails.MAILBOX, "secret");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static Account account(int port, String password) {
        return new Account(
                3,
                Channel.EMAIL,
                "wenzheng",
                "0000",
                "问政银州",
                Mails.MAILBOX,
                Map.of("imap-host", "127.0.0.1", "imap-port", String.valueOf(port), "tls", "false"),
                Map.of("password", List.of(password)));
    }

    private Account account() {
        return account(server.getImap().getPort(), "secret");
    }

    private void arrives(byte[] mail) {
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void arrives(String text) {
        arrives(Mails.mail(TEXT, text));
    }

    private Page poll(@Nullable String cursor) {
        return intake.poll(account(), "inbox", cursor, Instant.now());
    }

    private MailFolder folder() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    private List<Boolean> seen() throws FolderException {
        return folder().getMessages().stream()
                .map(mail -> mail.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    @Test
    void mailsAreReadInOrderAndEachOnce() {
        arrives("路灯坏了");
        arrives("又停水了");
        Page first = poll(null);
        arrives("井盖没了");
        Page second = poll(first.cursor());

        assertThat(first.items()).extracting(Inbound::text).containsExactly("路灯坏了", "又停水了");
        assertThat(second.items()).extracting(Inbound::text).containsExactly("井盖没了");
        assertThat(poll(second.cursor())).satisfies(none -> {
            assertThat(none.items()).isEmpty();
            assertThat(none.cursor()).isEqualTo(second.cursor());
            assertThat(none.more()).isFalse();
        });
    }

    @Test
    void m3ThreeMailsWithOneMessageIdAreAllReadAndOnlyTheSameWordsAreTheSame() {
        arrives("路灯坏了");
        arrives("路灯坏了");
        arrives("又停水了");

        assertThat(poll(null).items())
                .hasSize(3)
                .extracting(Inbound::externalId)
                .satisfies(ids -> {
                    assertThat(ids.get(0)).isEqualTo(ids.get(1));
                    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
                });
    }

    @Test
    void m6WhatWasReadAndNotKeptIsReadAgainAndOnlyThenMarked() throws Exception {
        arrives("路灯坏了");
        Page lost = poll(null);
        assertThat(seen()).containsExactly(false);

        Page again = poll(null);
        assertThat(again.items()).extracting(Inbound::externalId).isEqualTo(externalIds(lost));
        intake.committed(account(), "inbox", again);
        assertThat(seen()).containsExactly(true);
    }

    @Test
    void m6WhatCameMeanwhileIsNotMarked() throws Exception {
        arrives("路灯坏了");
        Page page = poll(null);
        arrives("又停水了");
        intake.committed(account(), "inbox", page);

        assertThat(seen()).containsExactly(true, false);
    }

    private static List<String> externalIds(Page page) {
        return page.items().stream().map(Inbound::externalId).toList();
    }

    @Test
    void m7UnderAnotherNumberingAllIsReadAgainUnderTheSameNames() {
        arrives("路灯坏了");
        arrives("又停水了");
        Page first = poll(null);
        String[] cursor = String.valueOf(first.cursor()).split(":");
        Page again = poll("1:" + cursor[1] + ":" + cursor[2]);

        assertThat(externalIds(again)).isEqualTo(externalIds(first));
        assertThat(again.cursor()).isEqualTo(first.cursor());
    }

    @Test
    void m7WhatPeopleHaveReadBeforeTheFirstTimeStaysTheirs() throws Exception {
        arrives("路灯坏了");
        arrives("又停水了");
        folder().getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

        assertThat(intake.poll(account(), "inbox", null, Instant.now().plusSeconds(60))
                        .items())
                .extracting(Inbound::text)
                .containsExactly("又停水了");
    }

    @Test
    void m8OfAMailThatIsTooLargeTheHeadIsRead() {
        arrives(Mails.mail("Subject: large\n" + TEXT, "x".repeat(3_000) + "\n" + "路灯"));
        MailIntake small = new MailIntake(Mails.settings("most", "2KB"));
        Inbound item =
                small.poll(account(), "inbox", null, Instant.now()).items().get(0);

        assertThat(item.text()).contains("过大");
        assertThat(item.form().title()).isEqualTo("large");
        assertThat(item.sender().id()).isEqualTo("li@citizens.example");
    }

    @Test
    void aLongMailboxIsReadInPages() {
        IntStream.range(0, 45).forEach(number -> arrives("第" + number + "件"));
        List<String> texts = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        for (Page page = poll(null); ; page = poll(cursor)) {
            page.items().forEach(item -> texts.add(item.text()));
            cursor = page.cursor();
            pages++;
            if (!page.more()) {
                break;
            }
        }

        assertThat(pages).isEqualTo(3);
        assertThat(texts).hasSize(45).doesNotHaveDuplicates().startsWith("第0件").endsWith("第44件");
    }

    @Test
    void m5AMailOfAMachineIsPassedOver() {
        arrives(Mails.mail("Auto-Submitted: auto-replied\n" + TEXT, "休假"));
        Page page = poll(null);

        assertThat(page.items()).isEmpty();
        assertThat(poll(page.cursor()).cursor()).isEqualTo(page.cursor());
    }

    @Test
    void m10AConnectionThatDropsLeavesThePlaceAsItWas() throws Exception {
        arrives("路灯坏了");
        Page first = poll(null);
        try (ServerSocket dropping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread door = new Thread(() -> drop(dropping), "imap-drop");
            door.start();
            Page dropped =
                    intake.poll(account(dropping.getLocalPort(), "secret"), "inbox", first.cursor(), Instant.now());

            assertThat(dropped.trouble()).isEqualTo(new Outcome.NotNow(null, "imap"));
            assertThat(dropped.cursor()).isEqualTo(first.cursor());
            door.join();
        }
        arrives("又停水了");
        assertThat(poll(first.cursor()).items()).extracting(Inbound::text).containsExactly("又停水了");
    }

    private static void drop(ServerSocket door) {
        try (Socket caller = door.accept()) {
            caller.getOutputStream().write("* OK ready\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().read();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @Test
    void aWrongPasswordSwitchesTheAccountOffAndNobodyListeningDoesNot() {
        Page refused = intake.poll(account(server.getImap().getPort(), "wrong"), "inbox", "7:1:0", Instant.now());
        Account silent = account();
        server.stop();

        assertThat(refused.trouble()).isEqualTo(new Outcome.TokenInvalid("login"));
        assertThat(refused.cursor()).isEqualTo("7:1:0");
        assertThat(intake.poll(silent, "inbox", null, Instant.now()).trouble()).isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void anAccountWithoutAServerIsNotRead() {
        Account none = new Account(3, Channel.EMAIL, "x", "0000", "x", Mails.MAILBOX, Map.of(), Map.of());
        assertThat(intake.contacts(none)).isEmpty();
        assertThat(intake.contacts(account())).containsExactly("inbox");
    }
}
