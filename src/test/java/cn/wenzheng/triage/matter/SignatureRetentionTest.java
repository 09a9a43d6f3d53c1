package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.triage.Storms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a place's history does to what is said of it now. */
class SignatureRetentionTest extends CityTest {

    private static final String OF_HISTORY = "LIKE 'WZ-20190101-%'";

    @Autowired
    private SignatureRetention retention;

    @Autowired
    private Storms storms;

    @Autowired
    private JdbcClient rows;

    private void wasSaidLongAgo(String place) {
        String one = says(place);
        awaitCompared();
        rows.sql("UPDATE petition SET status = 'CLOSED', since = since - interval '100 days' WHERE number = ?")
                .param(one)
                .update();
        rows.sql("UPDATE matter_signature SET received_at = received_at - interval '200 days' WHERE petition = ?")
                .param(one)
                .update();
        copy("petition", "number", one);
        copy("petition_content", "petition", one);
        copy("matter_signature", "petition", one);
    }

    private void copy(String table, String key, String one) {
        String copies = """
                INSERT INTO %1$s SELECT copy.* FROM %1$s p, generate_series(1, 150) n, jsonb_populate_record(p,
                    jsonb_build_object('%2$s', 'WZ-20190101-' || lpad(n::text, 6, '0')%3$s)) copy WHERE p.%2$s = ?""";
        rows.sql(copies.formatted(
                        table, key, table.equals("petition") ? ", 'external_id', NULL, 'idempotency_key', NULL" : ""))
                .param(one)
                .update();
    }

    @AfterEach
    void forgetTheHistory() {
        rows.sql("DELETE FROM nearest_petition WHERE nearest " + OF_HISTORY).update();
        rows.sql("DELETE FROM matter_signature WHERE petition " + OF_HISTORY).update();
        rows.sql("DELETE FROM suggestion WHERE petition " + OF_HISTORY).update();
        rows.sql("DELETE FROM petition_content WHERE petition " + OF_HISTORY).update();
        rows.sql("DELETE FROM petition WHERE number " + OF_HISTORY).update();
    }

    @Test
    void whatIsSaidNowIsFoundAllTheSame() {
        wasSaidLongAgo("听松阁");
        List<String> now = new ArrayList<>();
        for (int post = 0; post < 5; post++) {
            now.add(says("听松阁"));
            awaitCompared();
        }
        assertThat(storms.members(now.get(0))).containsExactlyElementsOf(now);
    }

    @Test
    void whatIsOverForLongIsForgottenAtNight() {
        wasSaidLongAgo("望梅居");
        String now = says("望梅居");
        awaitCompared();
        assertThat(kept(OF_HISTORY)).isEqualTo(150);
        retention.forgetOld();
        assertThat(kept(OF_HISTORY)).isZero();
        assertThat(kept("= '" + now + "'")).isOne();
    }

    private long kept(String which) {
        return rows.sql("SELECT count(*) FROM matter_signature WHERE petition " + which)
                .query(Long.class)
                .single();
    }

    private String says(String place) {
        Map<String, Object> petition = Map.of("title", place + "小区停水", "text", place + "小区全部停水了，什么时候来水？");
        return stranger.post("/api/petitions", petition).ok().path("number").asText();
    }

    private void awaitCompared() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rows.sql("SELECT NOT EXISTS (SELECT 1 FROM matter_waiting)")
                        .query(Boolean.class)
                        .single());
    }
}
