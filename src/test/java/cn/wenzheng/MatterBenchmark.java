package cn.wenzheng;

import static org.awaitility.Awaitility.await;

import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.Petitioner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says how long a matter with thousands of members is answered, and what other people feel of it meanwhile: the time of a
 * petition through its five tasks, before and while the members are answered.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=MatterBenchmark -Dmembers=10000}.
 */
@WithDatabase
@ActiveProfiles("budget")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wenzheng.portal.rate-limit=100000")
class MatterBenchmark {

    private static final Actor OPERATOR = new Actor("operator", "王受理", "0000", Set.of(Role.OPERATOR), Door.API);
    private static final Actor DISPATCHER = new Actor("dispatcher", "李派单", "0000", Set.of(Role.DISPATCHER), Door.API);
    private static final Actor HANDLER = new Actor("0201", "赵办理", "0201", Set.of(Role.HANDLER), Door.API);
    private static final Actor REVIEWER = new Actor("reviewer", "张审核", "0000", Set.of(Role.REVIEWER), Door.API);
    private static final String TOPIC = "C010101";

    private final int members = Integer.getInteger("members", 10_000);

    @LocalServerPort
    private int port;

    @Autowired
    private PetitionDesk desk;

    @Autowired
    private PetitionProcess process;

    @Autowired
    private JdbcClient rows;

    @Test
    void answersThousandsWhileOtherWorkGoesOn(
            @Autowired OrganizationDesk organization, @Autowired PasswordEncoder passwords) throws Exception {
        SmallCity.moveInto(organization, passwords);
        PetitionByHttp city = SmallCity.byHttp(port);
        IntStream.range(0, 10).forEach(warmUp -> millis(() -> carry(city)));
        String lead = files(0);
        process.complete(
                lead,
                PetitionTask.ACCEPT_PETITION,
                null,
                new PetitionCommand.Accept(PetitionKind.HELP, TOPIC, null, null),
                OPERATOR);
        process.complete(
                lead,
                PetitionTask.ASSIGN_PETITION,
                null,
                new PetitionCommand.Assign("0201", List.of(), null, null),
                DISPATCHER);
        PetitionCommand attach = new PetitionCommand.Attach(PetitionKind.HELP, TOPIC, lead);
        long joining = millis(() -> {
            IntStream.range(1, members)
                    .parallel()
                    .forEach(n -> process.complete(files(n), PetitionTask.ACCEPT_PETITION, null, attach, OPERATOR));
            return null;
        });
        say("%d members joined, %.1f ms each", members, joining / (double) members);

        PetitionCommand answer = new PetitionCommand.Answer("已修复", "供电已恢复", true, null, null);
        process.complete(lead, PetitionTask.HANDLE_PETITION, "0201", answer, HANDLER);
        say("a petition through five tasks before: %s", median(times(city, 20)));
        long before = System.nanoTime();
        long passing = millis(() -> process.complete(
                lead, PetitionTask.REVIEW_PETITION, null, new PetitionCommand.Review(true, null), REVIEWER));
        say("the reviewer's own step: %d ms", passing);
        List<Long> meanwhile = new ArrayList<>();
        while (waiting(lead) > 0) {
            meanwhile.add(millis(() -> carry(city)));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting(lead) == 0);
        double all = (System.nanoTime() - before) / 1e6;
        say("%d members answered in %.1f s, %.2f ms each", members, all / 1000, all / members);
        say("a petition through five tasks meanwhile: %s of %d", median(meanwhile), meanwhile.size());
    }

    private String files(int n) {
        Intake intake = new Intake(
                Channel.PORTAL,
                "portal",
                "member-" + n,
                null,
                null,
                "停电",
                "我家从昨晚起停电，第 " + n + " 户",
                null,
                null,
                null,
                new Petitioner(null, null, null),
                false,
                false,
                null,
                false);
        return desk.receive(intake, Actor.citizen(Door.PORTAL)).number();
    }

    private long waiting(String lead) {
        return rows.sql("SELECT count(*) FROM matter_member m JOIN matter x ON x.number = m.matter"
                        + " WHERE x.lead = ? AND m.answered_at IS NULL")
                .param(lead)
                .query(Long.class)
                .single();
    }

    private static List<Long> times(PetitionByHttp city, int petitions) {
        return IntStream.range(0, petitions)
                .mapToObj(n -> millis(() -> carry(city)))
                .toList();
    }

    private static Void carry(PetitionByHttp city) throws Exception {
        city.carryOne();
        return null;
    }

    private static long millis(Callable<?> work) {
        long before = System.nanoTime();
        try {
            work.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return (System.nanoTime() - before) / 1_000_000;
    }

    private static String median(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "median %d ms, p95 %d ms"
                        .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
    }

    private static void say(String what, Object... values) {
        System.out.printf(what + "%n", values);
    }
}
