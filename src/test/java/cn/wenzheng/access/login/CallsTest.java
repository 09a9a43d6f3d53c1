package cn.wenzheng.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How calls of programs are read, and how they are refused. */
class CallsTest extends FromOutside {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"txt\":1}|unknown-field|txt",
                "{\"text\":1}|field-malformed|text",
                "{\"text\":\"a\",\"text\":\"b\"}|malformed|",
                "{\"text\":\"a\"} x|malformed|",
                "{\"text\"|malformed|",
                "[]|malformed|",
                "{\"text\":\"a\",\"kind\":\"HELP\"}|field-not-in-list|kind",
                "{\"text\":\"a\",\"kind\":3}|field-not-in-list|kind",
                "{\"text\":\"a\\u0000\"}|field-with-null-character|text",
                "{\"text\":\"a\",\"petitioner\":{\"nme\":1}}|unknown-field|petitioner.nme",
                "{\"text\":\"a\",\"lat\":\"x\"}|field-malformed|lat"
            })
    void jsonIsTakenByTheLetter(String body, String slug, String field) {
        HttpResponse<String> answer = caller.post("/api/petitions", body, Visitor.basic("operator", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"/problems/" + slug + "\"").doesNotContain("cn.wenzheng", "Exception");
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Test
    void whatIsNoRequestIsSaidSo() {
        String[] login = Visitor.basic("operator", PASSWORD);
        assertThat(caller.post("/api/me", "{}", login).statusCode()).isEqualTo(405);
        assertThat(caller.form("/api/petitions", Map.of("text", "a"), login).statusCode())
                .isEqualTo(415);
        assertThat(caller.get("/api/units?page=x", login).statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/petitions?status=nonsense", login).body())
                .contains("field-not-in-list", "received");
        assertThat(caller.get("/api/petitions?q=a%00b", login).statusCode()).isEqualTo(422);
        assertThat(caller.get("/api/nothing", login).statusCode()).isEqualTo(404);
        assertThat(caller.post("/api/petitions", "{\"text\":\"" + "a".repeat(1 << 20) + "\"}", login)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFloodFromOneAddressIsHeldBackAndTheStaffIsNot() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            last = caller.post("/api/petitions", "{}");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("提交过于频繁");
        assertThat(last.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]\\d?"));
        assertThat(caller.form("/", Map.of("text", "")).statusCode()).isEqualTo(429);
        assertThat(caller.post("/channels/alipay/mini/petitions", "{}").statusCode())
                .isEqualTo(429);
        assertThat(caller.post("/api/petitions", "{}", Visitor.basic("operator", PASSWORD))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRefusedCommandIsWrittenDown() {
        caller.post(
                "/api/petitions/WZ-20260316-999999/accept",
                "{\"kind\":\"help\",\"category\":\"1\",\"nonsense\":1}",
                Visitor.basic("operator", PASSWORD));

        assertThat(jdbc.sql("""
                        SELECT action || ' ' || outcome || ' ' || reason || ' ' || door FROM journal
                        WHERE petition = 'WZ-20260316-999999' AND actor = 'operator'""").query(String.class).list()).containsExactly("accept refused unknown-field api");
    }
}
