package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.model.Models;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for its acceptance has the suggestion that the house would make now; what is decided keeps its own. */
class SuggestionsRenewedTest extends CityTest {

    @Autowired
    private Models models;

    @Autowired
    private JdbcClient rows;

    @Test
    void aPetitionOfTheTimeBeforeIsThoughtAbout() {
        String number = files().number();
        rows.sql("DELETE FROM suggestion WHERE petition = ?").param(number).update();
        await().atMost(Duration.ofSeconds(30)).until(() -> count("petition = '" + number + "'") == 1);
    }

    @Test
    void whatAnotherModelHasThoughtIsThoughtAnewWhenSomebodyLooks() {
        String number = files().number();
        operator.caller().get("/api/petitions/" + number + "/suggestion").ok();
        rows.sql("UPDATE suggestion SET model = 999 WHERE petition = ?")
                .param(number)
                .update();
        long told = operator.caller()
                .get("/api/petitions/" + number + "/suggestion")
                .ok()
                .path("model")
                .asLong();
        assertThat(told)
                .isEqualTo(
                        models.speaking().map(SpeakingModel.Speaking::version).orElse(0L));
        assertThat(count("model = 999")).isZero();
    }

    @Test
    void aChangeOfDutiesIsHeardByWhatWaitsAndByNothingElse() {
        String waits = files().number();
        String decided = files().number();
        operator.accepts(decided).ok();
        String leaf = rows.sql("SELECT leaf FROM suggestion WHERE petition = ?")
                .param(waits)
                .query(String.class)
                .single();
        Map<String, Object> before = row(decided);
        Caller admin = clerk("admin").caller();
        String address = "/api/admin/topics/" + leaf;
        JsonNode duty = admin.get(address).ok();
        admin.post(address + "/duty", Map.of("unit", POWER, "clause", "第三条")).ok();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> POWER.equals(row(waits).get("unit")));
            assertThat(row(decided)).isEqualTo(before);
        } finally {
            Map<String, String> asBefore = Map.of(
                    "unit",
                    duty.path("unit").asText(),
                    "clause",
                    duty.path("clause").asText());
            admin.post(address + "/duty", asBefore).ok();
        }
    }

    @Test
    void theTopicOfAListFollowsALaterThoughtUnlessTheSenderHasChosenIt() {
        String thought = files().number();
        String chosen = files().number();
        String leaf = topic(thought);
        rows.sql(
                        "UPDATE petition SET suggested_category = 'C070106', topic_by_sender = number = ? WHERE number IN (?, ?)")
                .params(chosen, thought, chosen)
                .update();
        rows.sql("DELETE FROM suggestion WHERE petition IN (?, ?)")
                .params(thought, chosen)
                .update();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("petition IN ('" + thought + "', '" + chosen + "')") == 2);
        assertThat(topic(thought)).isEqualTo(leaf).isNotEqualTo("C070106");
        assertThat(topic(chosen)).isEqualTo("C070106");
    }

    private String topic(String number) {
        return operator.sheet(number).path("suggestedCategory").asText();
    }

    private Map<String, Object> row(String number) {
        return rows.sql("SELECT duties, thought #>> '{unit,value}' AS unit FROM suggestion WHERE petition = ?")
                .param(number)
                .query()
                .singleRow();
    }

    private long count(String condition) {
        return rows.sql("SELECT count(*) FROM suggestion WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
