package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator pastes from a platform, and who keeps the accounts: through the doors of the whole product. */
class PastedWordsTest extends CityTest {

    private static final String LINK = "https://weibo.example/1902538057/PastedWords";

    @Autowired
    private JdbcClient rows;

    private static Map<String, Object> words(String link) {
        return Map.of(
                "cameBy", "pasted",
                "platform", "weibo",
                "link", link,
                "author", "夜路人",
                "saidAt", "2026-03-01T20:15:00+08:00",
                "text", WORDS);
    }

    @Test
    void theSameLinkIsOnePetitionWhoseAnswerGoesBackByHand() {
        Caller desk = operator.caller();
        String number =
                desk.post("/api/petitions/new", words(LINK)).ok().path("number").asText();

        Reply again = desk.post("/api/petitions/new", words(LINK + "#comments"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().toString()).contains("link-pasted-before").contains(number);
        assertThat(rows.sql("SELECT platform || ' ' || author FROM pasted_source WHERE petition = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("WEIBO 夜路人");
        assertThat(desk.get("/api/petitions/" + number).ok().path("cameBy").asText())
                .isEqualTo("pasted");
        assertStandsAt(number, "AcceptPetition");
        operator.accepts(number).ok();
        await().until(() -> rows.sql("SELECT state FROM outbound_reply WHERE petition = ?")
                .param(number)
                .query(String.class)
                .single()
                .equals("TO_REDIRECT"));
    }

    @Test
    void theDemoCityHasItsAccountsAndTellsNoSecret() {
        Caller admin = clerk("admin").caller();
        var accounts = admin.get("/api/admin/channels?size=200").ok();

        assertThat(accounts.path("total").asInt()).isGreaterThan(100);
        assertThat(admin.get("/api/admin/channels?channel=weibo&q=1902538057")
                        .ok()
                        .path("items"))
                .hasSize(1);
        long weibo = rows.sql("SELECT id FROM channel_account WHERE channel = 'WEIBO' AND code = 'wenzheng'")
                .query(Long.class)
                .single();
        String told = admin.get("/api/admin/channels/" + weibo).ok().toString();
        assertThat(told).contains("app-secret").doesNotContain("demo-weibo-app-secret");
        assertThat(operator.caller().get("/api/admin/channels/" + weibo).status())
                .isEqualTo(403);
    }
}
