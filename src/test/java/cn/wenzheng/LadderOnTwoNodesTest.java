package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Petitions nobody touches climb the whole ladder, each rung once, on two programs that race and die. */
class LadderOnTwoNodesTest {

    private static final String PASSWORD = "Wenzheng-demo-1";
    private static final int PETITIONS = 12;

    /** A killed node's locks last 20 seconds; the rest is for busy machines. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());

    @TempDir
    private Path logs;

    private String[] petitions = {};

    @Test
    void eachRungIsClimbedOnceWhicheverNodeDies() throws Exception {
        try (NodeInItsOwnProgram first = start("first");
                NodeInItsOwnProgram second = start("second")) {
            first.awaitReady();
            second.awaitReady();
            petitions = IntStream.range(0, PETITIONS)
                    .mapToObj(one -> petition(first))
                    .toArray(String[]::new);

            // 1. Half of the limit: both nodes race for the same timers.
            passTo(first, end("urge_at", "deadline", "stage = 'ACCEPTANCE'"));
            await().atMost(PATIENCE)
                    .until(() -> number("SELECT count(*) FROM limit_urge WHERE petition = ANY (?)") == PETITIONS);

            // 2. Four fifths: one dies in the middle of it, the other takes over what it had locked.
            passTo(first, end("remind_at", "deadline", "stage = 'ACCEPTANCE'"));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> slips("BLUE") > 0);
            first.kill();
            awaitSlips("BLUE");

            // 3. The limit is over; the survivor dies in the middle of it, and a node started anew goes on alone.
            passTo(second, end("due_at", "deadline", "stage = 'ACCEPTANCE'"));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> slips("YELLOW") > 0);
            second.kill();
            try (NodeInItsOwnProgram third = start("third");
                    NodeInItsOwnProgram fourth = start("fourth")) {
                third.awaitReady();
                awaitSlips("YELLOW");

                // 4. One and two working days later, with a second node racing again.
                fourth.awaitReady();
                passTo(third, end("due_at", "supervision_slip", "rung = 'YELLOW'"));
                awaitSlips("RED");
                passTo(fourth, end("due_at", "supervision_slip", "rung = 'RED'"));
                awaitSlips("RAISED");

                everythingIsThereOnce();
            }
        }
    }

    private void everythingIsThereOnce() {
        assertThat(rows.sql("SELECT rung || ' ' || count(*) || ' ' || count(DISTINCT petition) FROM supervision_slip"
                                + " WHERE petition = ANY (?) AND stage = 'ACCEPTANCE' GROUP BY rung")
                        .param(petitions)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(List.of("BLUE", "YELLOW", "RED", "RAISED").stream()
                        .map(rung -> rung + " " + PETITIONS + " " + PETITIONS)
                        .toArray(String[]::new));
        assertThat(number("SELECT count(*) FROM limit_urge WHERE petition = ANY (?)"))
                .isEqualTo(PETITIONS);
        assertThat(number("SELECT count(*) FROM journal WHERE action = 'slip-issued' AND petition = ANY (?)"))
                .as("one line each")
                .isEqualTo(4 * PETITIONS);
        assertThat(number("SELECT count(*) FROM assessment_fact WHERE petition = ANY (?)"))
                .as("one fact each")
                .isEqualTo(4 * PETITIONS);
        assertThat(number("SELECT count(*) - count(DISTINCT (audience, kind, slip)) FROM notice"
                        + " WHERE slip IS NOT NULL AND petition = ANY (?)"))
                .as("nobody is told twice")
                .isZero();
        assertThat(number("SELECT count(DISTINCT slip) FROM notice WHERE petition = ANY (?)"))
                .as("of every slip somebody is told")
                .isEqualTo(4 * PETITIONS);
        assertThat(number("SELECT count(*) FROM act_ru_task task JOIN act_ru_execution instance"
                        + " ON instance.id_ = task.proc_inst_id_ WHERE business_key_ = ANY (?)"
                        + " AND task_def_key_ IN ('Task_RuleOnSlip', 'Task_AnswerSlip', 'Task_FollowSlip')"))
                .as("one ruling each waits, and no lower slip does")
                .isEqualTo(PETITIONS);
        assertThat(number("SELECT count(*) FROM journal WHERE action IN ('timer-repaired', 'limit-without-task')"
                        + " AND petition = ANY (?)"))
                .as("nothing was lost that would have had to be put right")
                .isZero();
        assertThat(rows.sql("SELECT count(*) FROM act_ru_incident")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private NodeInItsOwnProgram start(String name) throws Exception {
        return NodeInItsOwnProgram.start(logs.resolve(name), "demo", database);
    }

    private static String petition(NodeInItsOwnProgram node) {
        return node.visitor()
                .post("/api/petitions", "{\"text\":\"井盖碎了\"}")
                .body()
                .replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
    }

    /** The last of an instant of all the petitions' rows. */
    private Instant end(String column, String table, String which) {
        return rows.sql("SELECT max(" + column + ") FROM " + table + " WHERE petition = ANY (?) AND " + which)
                .param(petitions)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Moves the city's clock a little behind an instant, unless it is there already. */
    private void passTo(NodeInItsOwnProgram node, Instant instant) {
        long ahead = rows.sql("SELECT clock_ahead_millis FROM demo_city")
                .query(Long.class)
                .single();
        Duration step =
                Duration.between(Instant.now().plusMillis(ahead), instant).plusSeconds(5);
        if (!step.isNegative() && !step.isZero()) {
            HttpResponse<String> moved = node.visitor()
                    .post(
                            "/api/demo/clock",
                            "{\"advance\":\"" + step.truncatedTo(ChronoUnit.SECONDS) + "\"}",
                            Visitor.basic("admin", PASSWORD));
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        }
    }

    private void awaitSlips(String rung) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(slips(rung)).as(rung).isEqualTo(PETITIONS));
    }

    private int slips(String rung) {
        return number(
                "SELECT count(*) FROM supervision_slip WHERE petition = ANY (?) AND stage = 'ACCEPTANCE' AND rung = '"
                        + rung + "'");
    }

    private int number(String question) {
        return rows.sql(question).param(petitions).query(Integer.class).single();
    }
}
