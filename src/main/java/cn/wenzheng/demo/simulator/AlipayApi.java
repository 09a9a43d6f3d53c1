package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alipay's gateway: one address for every method, requests and answers signed. */
@Hidden
@RestController("simulatedAlipayApi")
@Profile("demo")
@RequestMapping(AlipayApi.ROOT)
class AlipayApi {

    static final String ROOT = "/simulator/platforms/alipay";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Stage stage;
    private final AlipayWriting writing;
    private final Registry registry;
    private final KeyPairs keys;
    private final Behaviours behaviours;
    private final Clock clock;

    AlipayApi(
            Stage stage, AlipayWriting writing, Registry registry, KeyPairs keys, Behaviours behaviours, Clock clock) {
        this.stage = stage;
        this.writing = writing;
        this.registry = registry;
        this.keys = keys;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @PostMapping("/gateway.do")
    Object gateway(@RequestParam Map<String, String> parameters) {
        return stage.play(Platform.ALIPAY, () -> answer(parameters));
    }

    private ResponseEntity<byte[]> answer(Map<String, String> parameters) {
        Optional<Registry.Registered> app = registry.byAddress(Platform.ALIPAY, parameters.getOrDefault("app_id", ""));
        String refused = behaviours
                .nextError(Platform.ALIPAY)
                .or(() -> refusal(app, parameters))
                .orElse("");
        ObjectNode node = refused.isEmpty() ? writing.take(app.orElseThrow().code(), parameters) : refused(refused);
        String method = parameters.getOrDefault("method", "unknown");
        boolean failed = !refused.isEmpty() && !method.startsWith("alipay.");
        return signed(failed ? "error_response" : method.replace('.', '_') + "_response", node);
    }

    private Optional<String> refusal(Optional<Registry.Registered> app, Map<String, String> parameters) {
        String key = app.map(Registry.Registered::publicKey).orElse(null);
        if (app.isEmpty()) {
            return Optional.of("isv.invalid-app-id");
        }
        String content = AlipaySigns.content(parameters);
        boolean proved = key != null
                && "RSA2".equals(parameters.get("sign_type"))
                && AlipaySigns.verifies(
                        content, parameters.getOrDefault("sign", ""), AlipaySigns.key(key), StandardCharsets.UTF_8);
        if (!proved) {
            return Optional.of("isv.invalid-signature");
        }
        return isNow(parameters.getOrDefault("timestamp", ""))
                ? Optional.empty()
                : Optional.of("isv.invalid-timestamp");
    }

    private boolean isNow(String timestamp) {
        try {
            Duration skew = Duration.between(
                    LocalDateTime.parse(timestamp, TIME).atZone(WeiboWords.CITY).toInstant(), clock.instant());
            return skew.abs().compareTo(SKEW) <= 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    /** The codes of the gateway itself are numbers; what is refused below it has a word. */
    static ObjectNode refused(String code) {
        ObjectNode node = JSON.createObjectNode();
        if (code.matches("[0-9]+")) {
            return node.put("code", code)
                    .put("msg", "Service Currently Unavailable")
                    .put("sub_code", "isp.unknow-error");
        }
        return node.put("code", code.startsWith("isv.invalid") ? "40002" : "40004")
                .put("msg", "Business Failed")
                .put("sub_code", code)
                .put("sub_msg", "演示平台没有接受");
    }

    private ResponseEntity<byte[]> signed(String name, ObjectNode node) {
        String raw = node.toString();
        String sign = AlipaySigns.sign(raw, keys.of(Platform.ALIPAY).getPrivate(), StandardCharsets.UTF_8);
        if (behaviours.of(Platform.ALIPAY).is(Switch.WRONG_SIGNATURE)) {
            sign = "A" + sign.substring(1);
        }
        return Stage.text(200, MediaType.APPLICATION_JSON, "{\"" + name + "\":" + raw + ",\"sign\":\"" + sign + "\"}");
    }
}
