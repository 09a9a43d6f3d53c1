package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a petitioner who wants to be hidden has said about himself reaches no handler through any door. */
class HiddenIdentityTest extends CityTest {

    private static final String NAME = "苗禾川";
    private static final String PHONE = "13987654321";
    private static final String IDENTITY = "640104198503121234";
    private static final String PLATE = "宁A·7K219";
    private static final String MAIL = "miao.hechuan@example.org";
    private static final List<String> SECRETS = List.of(NAME, PHONE, IDENTITY, PLATE, MAIL);

    @LocalServerPort
    private int port;

    @Test
    void noHandlerReadsWhoSpoke() {
        String number = filedAnsweredAndTalkedAbout();
        Visitor handler = new Visitor(port);
        handler.logIn(LIGHTING, "Wenzheng-demo-1");
        String task = clerk(LIGHTING).task(number, "HandlePetition").path("id").asText();
        String engine = "/camunda/api/engine/engine/default";
        List<String> doors = new ArrayList<>(List.of(
                "/api/petitions/" + number,
                "/api/petitions?size=200",
                "/api/tasks",
                "/work",
                "/petitions",
                "/petitions/" + number,
                "/tasks/" + task + "/sheet",
                engine + "/task/" + task,
                engine + "/task/" + task + "/form-variables",
                engine + "/task/" + task + "/comment"));
        for (String door : doors) {
            String answer = handler.get(door).body();
            assertThat(SECRETS).as(door).noneMatch(answer::contains);
        }
        assertThat(handler.get("/petitions/" + number).body()).contains("已隐去");
    }

    @Test
    void noSearchTellsAHandlerThatTheWordsAreThere() {
        filedAnsweredAndTalkedAbout();
        for (String secret : SECRETS) {
            String search = "/api/petitions?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
            assertThat(clerk(LIGHTING).caller().get(search).ok().path("total").asInt())
                    .as(secret)
                    .isZero();
            assertThat(operator.caller().get(search).ok().path("total").asInt())
                    .as("the centre finds %s", secret)
                    .isPositive();
        }
    }

    @Test
    void theCentreRevealsOneFieldAgainstAReason() {
        String number = filedAnsweredAndTalkedAbout();
        Map<String, String> asked = Map.of("field", "phone", "reason", "核对现场时间");
        String reveal = "/api/petitions/" + number + "/reveal";
        assertThat(operator.caller().post(reveal, asked).ok().path("value").asText())
                .isEqualTo(PHONE);
        assertThat(operator.caller().post(reveal, Map.of("field", "phone")).status())
                .isEqualTo(422);
        assertThat(clerk(LIGHTING).caller().post(reveal, asked).status()).isEqualTo(403);
        String trail = clerk("auditor")
                .caller()
                .get("/api/audit/petitions/" + number)
                .ok()
                .toString();
        assertThat(trail).contains("contact-revealed").contains("核对现场时间").doesNotContain(PHONE);
    }

    /**
     * The citizen says it all in the text, the operator greets by name, the citizen repeats the number later. Each text is
     * another one: what the same person sends again word for word joins his earlier petition.
     */
    private String filedAnsweredAndTalkedAbout() {
        Map<String, Object> filing = Map.of(
                "title",
                "路灯不亮，" + NAME + "反映",
                "text",
                "我是" + NAME + "，身份证" + IDENTITY + "，电话" + PHONE + "，车" + PLATE + "停在灯下，邮箱" + MAIL + "。灯杆编号"
                        + UUID.randomUUID(),
                "address",
                NAME + "家门口",
                "hideIdentity",
                true,
                "petitioner",
                Map.of("name", NAME, "phone", PHONE, "email", MAIL));
        var receipt = stranger.post("/api/petitions", filing).ok();
        String number = receipt.path("number").asText();
        operator.caller()
                .post(
                        "/api/petitions/" + number + "/accept",
                        Map.of("kind", "help", "category", "C010601", "firstAnswer", NAME + "您好，已受理"))
                .ok();
        dispatcher.assigns(number, LIGHTING).ok();
        stranger.with("X-Query-Code", receipt.path("queryCode").asText())
                .post("/api/petitions/" + number + "/replies", Map.of("text", "请打" + PHONE + "找" + NAME))
                .ok();
        return number;
    }
}
