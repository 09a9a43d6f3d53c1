package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two operators on two nodes never have the same petition, and what one has decided outlives his node. */
class BenchOnTwoNodesTest {

    private static final Pattern HELD = Pattern.compile("\"(?:shown|next)\":\\{\"number\":\"(WZ-[0-9-]+)\"");

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient rows = JdbcClient.create(database.owner());

    @TempDir
    private Path logs;

    @Test
    void whatWasSentStaysTakenThoughTabAndNodeAreGone() throws Exception {
        try (NodeInItsOwnProgram here = NodeInItsOwnProgram.start(logs.resolve("here"), "demo", database);
                NodeInItsOwnProgram there = NodeInItsOwnProgram.start(logs.resolve("there"), "demo", database)) {
            here.awaitReady();
            there.awaitReady();
            for (int petition = 0; petition < 3; petition++) {
                here.visitor().post("/api/petitions", "{\"text\":\"新华街的路灯坏了\"}");
            }
            String tab = UUID.randomUUID().toString();
            Matcher mine = HELD.matcher(open(here, tab, "operator"));
            assertThat(mine.find()).isTrue();
            String shown = mine.group(1);
            assertThat(open(there, UUID.randomUUID().toString(), "operator2")).doesNotContain(shown);

            HttpResponse<String> sent = call(here, "decide", "operator", """
                    {"tab":"%s","petition":"%s","action":"dispatch","kind":"help","category":"C010601","lead":"0106"}""".formatted(tab, shown));
            here.kill();

            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
            assertThat(rows.sql("SELECT status FROM petition WHERE number = ?")
                            .param(shown)
                            .query(String.class)
                            .single())
                    .isEqualTo("ASSIGNED");
            assertThat(there.visitor()
                            .get("/api/petitions/" + shown, Visitor.basic("operator", "Wenzheng-demo-1"))
                            .body())
                    .contains("\"status\":\"assigned\"");
        }
    }

    private static String open(NodeInItsOwnProgram node, String tab, String account) {
        HttpResponse<String> opened = call(node, "open", account, "{\"tab\":\"" + tab + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return opened.body();
    }

    private static HttpResponse<String> call(NodeInItsOwnProgram node, String path, String account, String body) {
        return node.visitor().post("/api/bench/" + path, body, Visitor.basic(account, "Wenzheng-demo-1"));
    }
}
