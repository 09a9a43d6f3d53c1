package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.internal.util.AlipaySignature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** Alipay's gateway believes what is signed and signs what it says; codes are good once, windows close. */
class AlipayPlatformTest {

    private final Simulation city = new Simulation();
    private final AlipayWriting writing =
            new AlipayWriting(city.posts, city.replies, city.tokens, city.behaviours, city.clock);
    private final AlipayApi gateway =
            new AlipayApi(new Stage(city.behaviours), writing, city.registry, city.keys, city.behaviours, city.clock);
    private KeyPair own;

    @BeforeEach
    void theCityRegistersItsKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        own = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(own.getPublic().getEncoded());
        city.jdbc
                .sql("INSERT INTO unit (code, name, level) VALUES ('0000', '中心', 1)")
                .update();
        city.jdbc
                .sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, settings, enabled, created_at)
                VALUES ('ALIPAY', 'wenzheng', '0000', '问政银州', '2021000000000001', CAST(? AS jsonb), true, ?)""")
                .params("{\"app-public-key\":\"" + key + "\"}", Posts.utc(city.clock.instant()))
                .update();
    }

    @Test
    void aCodeIsGoodOnceAndNotForLong() {
        city.tokens.give(Platform.ALIPAY, "code-1", "openid-1", Duration.ofMinutes(10));
        city.tokens.give(Platform.ALIPAY, "code-2", "openid-1", Duration.ofMinutes(10));

        assertThat(identity("code-1").path("open_id").asText()).isEqualTo("openid-1");
        assertThat(identity("code-1").path("sub_code").asText()).isEqualTo("isv.code-invalid");
        city.passes(Duration.ofMinutes(11));
        assertThat(identity("code-2").path("sub_code").asText()).isEqualTo("isv.code-invalid");
    }

    private JsonNode identity(String code) {
        return call("alipay.system.oauth.token", Map.of("grant_type", "authorization_code", "code", code));
    }

    @Test
    void theChatWindowCloses() {
        Post post = city.says(Platform.ALIPAY, "openid-1", "message", "路灯坏了");

        assertThat(message("您好").path("code").asText()).isEqualTo("10000");
        city.passes(Duration.ofHours(48));
        assertThat(message("您好").path("sub_code").asText()).isEqualTo("MSG_SD_OVER_TIME");
        assertThat(city.received(Platform.ALIPAY, post)).containsExactly("您好");
    }

    private JsonNode message(String text) {
        String content = "{\"open_id\":\"openid-1\",\"msg_type\":\"text\",\"chat\":\"1\",\"text\":{\"content\":\""
                + text + "\"}}";
        return call("alipay.open.public.message.custom.send", Map.of("biz_content", content));
    }

    @Test
    void aNoticeCarriesItsDataWithinTheLimit() {
        assertThat(notice("已办结").path("code").asText()).isEqualTo("10000");
        assertThat(notice("字".repeat(2050)).path("code").asText()).isEqualTo("40004");
    }

    private JsonNode notice(String value) {
        String data = "{\\\"keyword1\\\":{\\\"value\\\":\\\"" + value + "\\\"}}";
        String content =
                "{\"to_open_id\":\"openid-1\",\"form_id\":\"f1\",\"user_template_id\":\"t\",\"data\":\"" + data + "\"}";
        return call("alipay.open.app.mini.templatemessage.send", Map.of("biz_content", content));
    }

    @Test
    void whatIsNotSignedOrNotOfNowIsRefused() throws Exception {
        Map<String, String> call = parameters("alipay.system.oauth.token", Map.of("code", "x"));
        Map<String, String> changed = new HashMap<>(call);
        changed.put("code", "y");
        assertThat(node(gateway.gateway(changed)).path("sub_code").asText()).isEqualTo("isv.invalid-signature");
        city.passes(Duration.ofHours(1));
        assertThat(node(gateway.gateway(call)).path("sub_code").asText()).isEqualTo("isv.invalid-timestamp");
    }

    @Test
    void theAnswerIsSignedOverItsVeryCharacters() throws Exception {
        city.tokens.give(Platform.ALIPAY, "code-1", "openid-1", Duration.ofMinutes(10));
        String body = text(gateway.gateway(parameters("alipay.system.oauth.token", Map.of("code", "code-1"))));
        String node = body.substring(body.indexOf(":{") + 1, body.indexOf(",\"sign\":"));
        String sign = new ObjectMapper().readTree(body).path("sign").asText();
        String key = Base64.getEncoder()
                .encodeToString(city.keys.of(Platform.ALIPAY).getPublic().getEncoded());

        assertThat(AlipaySignature.rsaCheck(node, sign, key, "UTF-8", "RSA2")).isTrue();
    }

    private JsonNode call(String method, Map<String, String> own) {
        try {
            return node(gateway.gateway(parameters(method, own)));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Map<String, String> parameters(String method, Map<String, String> more) throws Exception {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("app_id", "2021000000000001");
        parameters.put("method", method);
        parameters.put("sign_type", "RSA2");
        parameters.put("charset", "UTF-8");
        parameters.put(
                "timestamp",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .format(city.clock.instant().atZone(WeiboWords.CITY)));
        parameters.put(
                "sign",
                AlipaySignature.rsaSign(
                        AlipaySignature.getSignContent(parameters),
                        Base64.getEncoder().encodeToString(own.getPrivate().getEncoded()),
                        "UTF-8",
                        "RSA2"));
        return parameters;
    }

    private static JsonNode node(Object answer) throws Exception {
        return new ObjectMapper().readTree(text(answer)).elements().next();
    }

    private static String text(Object answer) {
        return new String((byte[]) ((ResponseEntity<?>) answer).getBody(), StandardCharsets.UTF_8);
    }
}
