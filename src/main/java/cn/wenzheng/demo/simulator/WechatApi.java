package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** WeChat's interface for official accounts: tokens, messages, notices, media. */
@Hidden
@RestController("simulatedWechatApi")
@Profile("demo")
@RequestMapping(WechatApi.ROOT)
class WechatApi {

    static final String ROOT = "/simulator/platforms/wechat";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How long the platform keeps what a citizen has sent. */
    private static final Duration MEDIA_LIFE = Duration.ofDays(3);

    private final Stage stage;
    private final WechatTokens tokens;
    private final WechatWriting writing;
    private final Gallery gallery;
    private final Behaviours behaviours;
    private final Clock clock;

    WechatApi(
            Stage stage,
            WechatTokens tokens,
            WechatWriting writing,
            Gallery gallery,
            Behaviours behaviours,
            Clock clock) {
        this.stage = stage;
        this.tokens = tokens;
        this.writing = writing;
        this.gallery = gallery;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @PostMapping("/cgi-bin/stable_token")
    Object stableToken(@RequestBody(required = false) byte @Nullable [] body) {
        JsonNode asked = read(body);
        return stage.play(
                Platform.WECHAT,
                () -> tokens.stable(
                        asked.path("appid").asText(),
                        asked.path("force_refresh").asBoolean()));
    }

    @GetMapping("/cgi-bin/token")
    Object token(@RequestParam(defaultValue = "") String appid) {
        return stage.play(Platform.WECHAT, () -> tokens.anew(appid));
    }

    @PostMapping("/cgi-bin/message/custom/send")
    Object message(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        return write(token, body, writing::message);
    }

    @PostMapping({
        "/cgi-bin/message/subscribe/bizsend",
        "/cgi-bin/message/subscribe/send",
        "/cgi-bin/message/template/send"
    })
    Object notice(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        return write(token, body, writing::notice);
    }

    /** One message of an account. */
    record Letter(String account, JsonNode content) {}

    private Object write(String token, byte @Nullable [] body, Function<Letter, ResponseEntity<byte[]>> answer) {
        return stage.play(
                Platform.WECHAT, () -> allowed(token, account -> answer.apply(new Letter(account, read(body)))));
    }

    private ResponseEntity<byte[]> allowed(String token, Function<String, ResponseEntity<byte[]>> answer) {
        Optional<String> ordered = behaviours.nextError(Platform.WECHAT);
        if (ordered.isPresent()) {
            return said(ordered.get().matches("-?[0-9]+") ? Integer.parseInt(ordered.get()) : -1);
        }
        return tokens.account(token).map(answer).orElseGet(() -> said(40001));
    }

    @GetMapping("/cgi-bin/media/get")
    Object media(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestParam(name = "media_id", defaultValue = "0") String id) {
        return stage.play(
                Platform.WECHAT,
                () -> allowed(
                        token,
                        account -> gallery.find(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0)
                                .filter(piece -> piece.madeAt().plus(MEDIA_LIFE).isAfter(clock.instant()))
                                .map(piece -> piece(id, piece))
                                .orElseGet(() -> said(40007))));
    }

    private ResponseEntity<byte[]> piece(String id, Gallery.Piece piece) {
        if (piece.type().startsWith("video") && behaviours.of(Platform.WECHAT).is(Switch.VIDEO_ANSWER, "url")) {
            return Stage.text(
                    200, MediaType.APPLICATION_JSON, "{\"video_url\":\"http://videos.example/" + id + ".mp4\"}");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(piece.type()))
                .header(
                        "Content-disposition",
                        "attachment; filename=\"" + id + "." + piece.type().replaceFirst(".*/", "") + "\"")
                .body(piece.bytes());
    }

    private static JsonNode read(byte @Nullable [] body) {
        try {
            return body == null ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException broken) {
            return JSON.createObjectNode();
        }
    }

    static ResponseEntity<byte[]> said(int code) {
        return Stage.text(
                200,
                MediaType.APPLICATION_JSON,
                "{\"errcode\":" + code + ",\"errmsg\":\"" + (code == 0 ? "ok" : "refused") + "\"}");
    }
}
