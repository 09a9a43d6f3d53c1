package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Citizen;
import cn.wenzheng.city.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody calls, or comes to the counter, and the operator writes down what he says. */
class OperatorEntryTest extends CityTest {

    @Autowired
    private JdbcClient jdbc;

    private Map<String, Object> call(String phone) {
        return Map.of(
                "cameBy",
                "telephone",
                "text",
                WORDS,
                "kind",
                "help",
                "petitioner",
                Map.of("name", "王", "phone", phone));
    }

    @Test
    void entersACallAndGoesOnToAccept() {
        JsonNode receipt = operator.caller()
                .post("/api/petitions/new", call("13800001111"))
                .ok();
        String number = receipt.path("number").asText();
        assertThat(receipt.path("queryCode").asText()).hasSize(12);
        assertThat(receipt.path("promisedBy").isNull()).isFalse();
        JsonNode sheet = operator.sheet(number);
        assertThat(sheet.path("channel").asText()).isEqualTo("operator");
        assertThat(sheet.path("cameBy").asText()).isEqualTo("telephone");
        assertThat(sheet.toString()).doesNotContain(receipt.path("queryCode").asText());
        operator.accepts(number).ok();
        Citizen caller = new Citizen(stranger, number, receipt.path("queryCode").asText());
        assertThat(caller.looks().path("status").asText()).isEqualTo("accepted");
        assertThat(clerk("auditor")
                        .caller()
                        .get("/api/audit/petitions/" + number)
                        .ok()
                        .path("items")
                        .path(0)
                        .path("actor")
                        .asText())
                .isEqualTo("operator");
    }

    @Test
    void entersTheSameFormOnce() {
        var pressed = operator.caller().with("Idempotency-Key", "form-1");
        JsonNode first = pressed.post("/api/petitions/new", call("13800002222")).ok();
        Reply second = pressed.post("/api/petitions/new", call("13800002222"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("number")).isEqualTo(first.path("number"));
        assertThat(pressed.post("/api/petitions/new", call("13800003333")).status())
                .isEqualTo(409);
    }

    @Test
    void isTheOperatorsAlone() {
        assertThat(reviewer.caller()
                        .post("/api/petitions/new", call("13800001111"))
                        .status())
                .isEqualTo(403);
        assertThat(reviewer.caller()
                        .post("/api/petitions/earlier", Map.of("phone", "13800001111"))
                        .status())
                .isEqualTo(403);
        assertThat(operator.caller()
                        .post("/api/petitions/new", Map.of("text", WORDS))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("cameBy");
    }

    @Test
    void findsWhatTheContactHasBroughtInBefore() {
        String number = operator.caller()
                .post("/api/petitions/new", call("+86 137-0000 4444"))
                .ok()
                .path("number")
                .asText();
        for (String phone : new String[] {"13700004444", "137 0000 4444", "0086-137-00004444"}) {
            JsonNode found = earlier(Map.of("phone", phone)).ok();
            assertThat(found.path("total").asInt()).as(phone).isOne();
            assertThat(found.path("items").path(0).path("number").asText()).isEqualTo(number);
            assertThat(found.path("items").path(0).path("status").asText()).isEqualTo("received");
        }
        assertThat(earlier(Map.of("phone", "13700004445")).ok().path("total").asInt())
                .isZero();
        Citizen citizen = files();
        assertThat(earlier(Map.of("email", Citizen.EMAIL.toUpperCase())).ok().toString())
                .contains(citizen.number());
        assertThat(earlier(Map.of()).status()).isEqualTo(422);
        assertThat(earlier(Map.of("phone", "1380")).status()).isEqualTo(422);
    }

    @Test
    void theJournalKnowsThatSomebodySearchedAndNotForWhom() {
        earlier(Map.of("phone", "13700009999")).ok();
        String kept = jdbc.sql("SELECT string_agg(j::text, ' ') FROM journal j WHERE action = 'contact-searched'")
                .query(String.class)
                .single();
        assertThat(kept).contains("operator", "found").doesNotContain("13700009999");
    }

    private Reply earlier(Map<String, String> contact) {
        return operator.caller().post("/api/petitions/earlier", contact);
    }
}
