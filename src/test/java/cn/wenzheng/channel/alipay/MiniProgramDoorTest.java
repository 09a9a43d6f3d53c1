package cn.wenzheng.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import cn.wenzheng.CityTest;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.city.Reply;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The mini-program's form through the door of the whole product; only Alipay itself is played. */
class MiniProgramDoorTest extends CityTest {

    private static final String DOOR = "/channels/alipay/mini/petitions";

    @MockitoBean
    private Identity identity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient rows;

    @BeforeEach
    void theCityHasAMiniProgram() {
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('ALIPAY', 'mini', '0000', '问政银州', '2021000000000009', true, '2026-01-01Z')
                ON CONFLICT DO NOTHING""").update();
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        await().until(() -> accounts.find(Channel.ALIPAY, "mini").isPresent());
        when(identity.of(any(), anyString())).thenReturn("open-1");
    }

    @Test
    void aFormIsOnePetitionHoweverOftenThePageSendsIt() {
        Reply first = stranger.post(DOOR, form("s-1", "新华街路灯坏了"));
        assertThat(first.status()).isEqualTo(201);
        String number = first.body().path("number").asText();
        assertThat(first.body().path("queryCode").asText()).isNotBlank();

        Reply again = stranger.post(DOOR, form("s-1", "新华街路灯坏了"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("number").asText()).isEqualTo(number);
        assertThat(again.body().path("queryCode")).isEqualTo(first.body().path("queryCode"));

        assertThat(stranger.post(DOOR, form("s-1", "停水了")).status()).isEqualTo(409);

        when(identity.of(any(), anyString())).thenReturn("open-2");
        Reply other = stranger.post(DOOR, form("s-1", "新华街路灯坏了"));
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body().path("number").asText()).isNotEqualTo(number);
    }

    @Test
    void theCitizenFollowsItAndTheAnswersKnowTheirWayBack() {
        Map<String, Object> form = new HashMap<>(form("s-2", "小区停水了"));
        form.put("title", "停水");
        form.put("formId", "F-2");
        form.put("petitioner", Map.of("phone", "13800001234"));
        JsonNode filed = stranger.post(DOOR, form).ok();
        String number = filed.path("number").asText();

        assertThat(stranger.get("/api/petitions/" + number + "?code="
                                + filed.path("queryCode").asText())
                        .status())
                .isEqualTo(200);
        JsonNode sheet = operator.sheet(number);
        assertThat(sheet.toString()).contains("小区停水了", "alipay");
        assertThat(rows.sql("""
                        SELECT c.key FROM petition_source s JOIN conversation c ON c.id = s.conversation
                        WHERE s.petition = ?""").param(number).query(String.class).single()).isEqualTo("open-1");
        assertThat(rows.sql("SELECT form_id FROM alipay_form WHERE external_id = 'mp:s-2:open-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("F-2");
    }

    @Test
    void whatThePageMayNotSendIsRefused() {
        Map<String, Object> unknown = new HashMap<>(form("s-3", "停水"));
        unknown.put("internal", true);
        assertThat(stranger.post(DOOR, unknown).status()).isEqualTo(422);
        assertThat(stranger.post(DOOR, form("", "停水")).status()).isEqualTo(422);
        assertThat(stranger.post(DOOR, form("s-3", "长".repeat(2_000_000))).status())
                .isEqualTo(413);
        assertThat(stranger.post("/channels/alipay/nobody/petitions", form("s-3", "停水"))
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, Object> form(String id, String text) {
        return Map.of("authCode", "code", "submissionId", id, "text", text);
    }
}
