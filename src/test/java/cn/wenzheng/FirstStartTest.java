package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a newcomer finds in the demo city before he has done anything. */
class FirstStartTest extends CityTest {

    @Autowired
    @Qualifier("demoCity")
    private Lifecycle city;

    @Autowired
    private JdbcClient rows;

    @Test
    void showsAPetitionInEachStageAndARefusedOne() {
        assertStatus("received", "received");
        assertStatus("accepted", "accepted");
        assertStatus("assigned", "assigned");
        assertStatus("handled", "handled");
        assertStatus("reviewed", "reviewed");
        assertStatus("closed", "closed");
        assertStatus("refused", "refused");
    }

    @Test
    void standsAtTheTaskThatEachStatusNames() {
        assertStandsAt(number("received"), "AcceptPetition");
        assertStandsAt(number("accepted"), "AssignPetition");
        assertStandsAt(number("handled"), "ReviewPetition");
        assertStandsAt(number("reviewed"), "ClosePetition");
        assertStandsAt(number("co-handled"), "HandlePetition", "HandlePetition", "HandlePetition", "HandlePetition");
        assertIsOver(number("closed"));
        assertIsOver(number("refused"));
    }

    @Test
    void showsAnOverdueOneWithItsSlip() {
        engine.firesWhatIsDue();
        String overdue = number("overdue");
        JsonNode slips = supervisor
                .caller()
                .get("/api/supervision/slips?petition=" + overdue)
                .ok()
                .path("items");
        assertThat(slips)
                .isNotEmpty()
                .allMatch(slip -> slip.path("unit").asText().equals("0105"));
        assertThat(facts(overdue)).contains("handling 0105");
    }

    @Test
    void addsNothingWhenAStartThatWasCutOffIsRepeated() throws Exception {
        long before = petitions();
        List<String> standing = statuses();
        rows.sql("UPDATE demo_city SET settled_at = NULL").update();
        city.start();
        assertThat(petitions()).isEqualTo(before);
        assertThat(statuses()).isEqualTo(standing);
        assertThat(rows.sql("SELECT settled_at IS NOT NULL FROM demo_city")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void assertStatus(String key, String status) {
        assertThat(operator.sheet(number(key)).path("status").asText()).isEqualTo(status);
    }

    private String number(String key) {
        return rows.sql("SELECT number FROM petition WHERE idempotency_key = ?")
                .param("demo-" + key)
                .query(String.class)
                .single();
    }

    private List<String> statuses() {
        return rows.sql("SELECT status FROM petition ORDER BY number")
                .query(String.class)
                .list();
    }

    private long petitions() {
        return rows.sql("SELECT count(*) FROM petition").query(Long.class).single();
    }
}
