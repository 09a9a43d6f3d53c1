package cn.wenzheng.notice;

import static cn.wenzheng.CityRows.CENTRE;
import static cn.wenzheng.CityRows.LIGHTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DigestsTest {

    @RegisterExtension
    final GreenMailExtension server = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final NoticeCity city = new NoticeCity();
    private final DigestRows rows = new DigestRows(city.jdbc);
    private final OrganizationDesk organization = mock();
    private Digests digests;

    @BeforeEach
    void thePeopleHaveAddresses() {
        when(organization.people())
                .thenReturn(List.of(
                        new Person("0106", "赵办理", LIGHTING, Set.of(Role.HANDLER), "zhao@city.example", true),
                        new Person("0106-2", "钱办理", LIGHTING, Set.of(Role.HANDLER)),
                        new Person("0106-head", "孙负责", LIGHTING, Set.of(Role.HEAD), "sun@city.example", false)));
        digests = digests();
    }

    @Test
    void writesOneMailForAllThatIsNewToThoseWhoCanGetIt() throws Exception {
        String first = city.assignedTo(LIGHTING);
        String second = city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0]).hasToString("zhao@city.example");
            assertThat(mail.getFrom()[0]).hasToString("notices@city.example");
            assertThat(mail.getSubject()).isEqualTo("问政：您有 2 条新通知");
            assertThat(textOf(mail))
                    .contains("新任务：2 条", "New task: 2")
                    .contains("https://wenzheng.city.example/petitions/" + first)
                    .contains("https://wenzheng.city.example/petitions/" + second)
                    .contains("https://wenzheng.city.example/notices")
                    .doesNotContain("赵办理");
            assertThat(textOf(mail).indexOf("您好")).isLessThan(textOf(mail).indexOf("You have"));
        });
    }

    @Test
    void writesToAdministratorsOfAccountsByTheirChannelAndCode() throws Exception {
        when(organization.people())
                .thenReturn(List.of(new Person("admin", "李管理", CENTRE, Set.of(Role.ADMIN), "li@city.example", true)));
        long account = city.troubled("lights", LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(textOf(mail))
                        .contains("渠道账号告警 · 授权失效，等待重新授权 · 微博 lights")
                        .contains("Channel account alarm · not let in any more, waits for a new token · Weibo lights")
                        .contains("https://wenzheng.city.example/admin/channels/" + account)
                        .doesNotContain("照明发布"));
    }

    @Test
    void writesNothingWhenNothingIsNew() {
        digests.send();
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        city.clock.shows("2026-03-10 12:00");
        digests.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void writesNotOfWhatWasReadOrDone() {
        String done = city.assignedTo(LIGHTING);
        city.rows.add(city.about(done).settlesWork());
        city.assignedTo(LIGHTING);
        city.desk.readAll(NoticeCity.HANDLER);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        assertThat(mails()).isEmpty();
    }

    @Test
    void letsTheNextMailWaitForItsTime() {
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:30");
        digests.send();
        assertThat(mails()).hasSize(1);
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:31");
        digests.send();
        assertThat(subjects()).containsExactly("问政：您有 1 条新通知", "问政：您有 2 条新通知");
    }

    @Test
    void writesOfWhatIsUrgentAtTheNextMinute() {
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        digests.send();
        String number = city.assignedTo(LIGHTING);
        city.rows.add(city.about(number).to(Audience.unit(LIGHTING), NoticeKind.OVERDUE, LIGHTING));
        city.clock.shows("2026-03-10 10:03");
        digests.send();
        assertThat(subjects()).containsExactly("问政：您有 1 条新通知", "问政：您有 2 条新通知");
    }

    @Test
    void triesAgainLaterWhenTheMailServerIsAway() {
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        Digests unlucky = new Digests(rows, mailTo(1), organization, settings(), city.clock);
        unlucky.send();
        digests.send();
        assertThat(mails()).as("not at once").isEmpty();
        city.clock.shows("2026-03-10 10:02");
        unlucky.send();
        city.clock.shows("2026-03-10 10:03");
        digests.send();
        assertThat(mails()).as("the second pause is longer").isEmpty();
        city.clock.shows("2026-03-10 10:04");
        digests.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void twoNodesWriteToEachPersonOnce() {
        List<Person> people = IntStream.range(0, 30)
                .mapToObj(
                        n -> new Person("p" + n, "人", LIGHTING, Set.of(Role.HANDLER), "p" + n + "@city.example", true))
                .toList();
        people.forEach(person -> city.jdbc
                .sql("INSERT INTO person (id, name, unit, roles, password_hash) VALUES (?, '人', ?, '{}', '')")
                .params(person.id(), LIGHTING)
                .update());
        when(organization.people()).thenReturn(people);
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        Stream.of(digests(), digests())
                .map(node -> CompletableFuture.runAsync(node::send))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(mails()).hasSize(30);
        assertThat(mails())
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void takesOverFromANodeThatDiedAfterItsClaim() {
        city.assignedTo(LIGHTING);
        city.clock.shows("2026-03-10 10:01");
        List<Person> people = organization.people().subList(0, 1);
        rows.enrol(people, city.clock.instant());
        assertThat(rows.claim(people, UUID.randomUUID(), city.clock.instant())).isPresent();
        digests.send();
        assertThat(mails()).as("while the other may still be at it").isEmpty();
        city.jdbc
                .sql("UPDATE notice_digest SET held_until = clock_timestamp() - interval '1 second'")
                .update();
        digests.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void saysWhatIsMissingWhenThereIsNoSender() {
        NoticeSettings withoutSender = new NoticeSettings(Duration.ofMinutes(30), " ", Duration.ofDays(180));
        assertThatThrownBy(() -> new DigestMail(new JavaMailSenderImpl(), words(), withoutSender, "http://x"))
                .hasMessageContaining("wenzheng.notice.sender");
    }

    private Digests digests() {
        return new Digests(rows, mailTo(server.getSmtp().getPort()), organization, settings(), city.clock);
    }

    private static DigestMail mailTo(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new DigestMail(sender, words(), settings(), "https://wenzheng.city.example/");
    }

    private static NoticeSettings settings() {
        return new NoticeSettings(Duration.ofMinutes(30), "notices@city.example", Duration.ofDays(180));
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    private List<String> subjects() {
        return mails().stream().map(DigestsTest::subjectOf).toList();
    }

    private static String subjectOf(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String textOf(MimeMessage mail) throws MessagingException, IOException {
        return GreenMailUtil.getBody(mail).isEmpty() ? "" : (String) mail.getContent();
    }
}
