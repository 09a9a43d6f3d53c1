package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Clerk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that dies while a matter's members are answered leaves nobody without an answer and nobody with two. */
class MattersOnTwoNodesTest {

    /** More than a batch. */
    private static final int MEMBERS = 60;

    private static final String POWER = "0111";

    private static final String OF_MEMBERS =
            "FROM timeline_entry WHERE event = 'REVIEWED' AND petition IN (SELECT petition FROM matter_member)";

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());

    @TempDir
    private Path logs;

    @Test
    void aNodeThatIsKilledInABatchAnswersEverybodyOnceAllTheSame() throws Exception {
        String matter;
        try (NodeInItsOwnProgram here =
                NodeInItsOwnProgram.start(logs.resolve("here"), "demo", database, "wenzheng.portal.rate-limit=1000")) {
            here.awaitReady();
            List<String> numbers = reportedTo(here);
            matter = rows.sql("SELECT number FROM matter WHERE lead = ?")
                    .param(numbers.get(0))
                    .query(String.class)
                    .single();
            clerk(here, POWER).answers(numbers.get(0), "已抢修", "供电已恢复").ok();

            // The second batch is written when it meets somebody who does not let go of one member's process.
            try (Connection holder = database.owner().getConnection()) {
                holder.setAutoCommit(false);
                holds(holder, numbers.get(55));
                clerk(here, "reviewer").passes(numbers.get(0)).ok();
                String made = matter;
                await().atMost(Duration.ofSeconds(60)).until(() -> answered(made) > 50 && waitsForALock());
                assertThat(answered(matter))
                        .as("the first batch is out, the second is not")
                        .isEqualTo(51);
                here.kill();
                holder.rollback();
            }
        }
        try (NodeInItsOwnProgram there =
                NodeInItsOwnProgram.start(logs.resolve("there"), "demo", database, "wenzheng.portal.rate-limit=1000")) {
            there.awaitReady();
            clerk(there, "admin")
                    .caller()
                    .post("/api/demo/clock", Map.of("advance", "PT2M"))
                    .ok();
            await().atMost(Duration.ofSeconds(90)).until(() -> answered(matter) == MEMBERS);
        }
        assertThat(number("SELECT count(*) " + OF_MEMBERS)).isEqualTo(MEMBERS);
        assertThat(number("SELECT count(DISTINCT petition) " + OF_MEMBERS)).isEqualTo(MEMBERS);
        assertThat(number("SELECT count(*) FROM outbound_reply WHERE occasion = 'ANSWER' AND petition IN"
                        + " (SELECT petition FROM matter_member)"))
                .as("each petitioner has his mail once")
                .isEqualTo(MEMBERS);
        assertThat(number("SELECT count(*) FROM act_ru_incident")).isZero();
    }

    private List<String> reportedTo(NodeInItsOwnProgram node) {
        Caller citizen = Caller.nobody("http://127.0.0.1:" + node.port());
        List<String> numbers = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            Map<String, Object> petition = Map.of(
                    "text", "凤凰小区停电了，第" + member + "户", "petitioner", Map.of("email", "m" + member + "@example.org"));
            numbers.add(
                    citizen.post("/api/petitions", petition).ok().path("number").asText());
        }
        Clerk operator = clerk(node, "operator");
        operator.accepts(numbers.get(0)).ok();
        operator.assigns(numbers.get(0), POWER).ok();
        for (String member : numbers.subList(1, MEMBERS)) {
            Map<String, String> attach = Map.of("kind", "help", "category", "C010501", "petition", numbers.get(0));
            operator.caller()
                    .post("/api/petitions/" + member + "/attach", attach)
                    .ok();
        }
        return numbers;
    }

    private static Clerk clerk(NodeInItsOwnProgram node, String account) {
        return new Clerk(Caller.nobody("http://127.0.0.1:" + node.port()).as(account, "Wenzheng-demo-1"));
    }

    private static void holds(Connection holder, String petition) throws Exception {
        try (PreparedStatement held =
                holder.prepareStatement("SELECT 1 FROM public.act_ru_execution WHERE business_key_ = ? FOR UPDATE")) {
            held.setString(1, petition);
            held.executeQuery().close();
        }
    }

    private boolean waitsForALock() {
        return number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
    }

    private long answered(String matter) {
        return rows.sql("SELECT count(*) FROM matter_member WHERE matter = ? AND answered_at IS NOT NULL")
                .param(matter)
                .query(Long.class)
                .single();
    }

    private long number(String sql) {
        return rows.sql(sql).query(Long.class).single();
    }
}
