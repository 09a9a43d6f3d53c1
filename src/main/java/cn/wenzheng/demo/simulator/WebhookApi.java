package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the other system hears of petitions; it believes only what is signed. */
@Hidden
@RestController("simulatedWebhookApi")
@Profile("demo")
@RequestMapping(WebhookApi.ROOT)
class WebhookApi {

    static final String ROOT = "/simulator/platforms/webhook";

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private final Stage stage;
    private final Posts posts;
    private final Replies replies;
    private final Behaviours behaviours;
    private final Clock clock;

    WebhookApi(Stage stage, Posts posts, Replies replies, Behaviours behaviours, Clock clock) {
        this.stage = stage;
        this.posts = posts;
        this.replies = replies;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @PostMapping("/events")
    Object event(
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        return stage.play(Platform.WEBHOOK, () -> status(take(id, timestamp, signature, bytes)));
    }

    private static ResponseEntity<byte[]> status(int status) {
        return ResponseEntity.status(status).build();
    }

    private int take(String id, String timestamp, String signature, byte[] body) {
        if (!isGenuine(id, timestamp, signature, body)) {
            return 401;
        }
        Optional<String> ordered = behaviours.nextError(Platform.WEBHOOK);
        if (ordered.isPresent()) {
            return ordered.get().matches("[45][0-9]{2}") ? Integer.parseInt(ordered.get()) : 500;
        }
        if (behaviours.of(Platform.WEBHOOK).is(Switch.GONE)) {
            return 410;
        }
        keep(id, Open311Words.read(body));
        return 204;
    }

    private boolean isGenuine(String id, String timestamp, String signature, byte[] body) {
        if (id.isEmpty() || id.contains(".") || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        long seconds = Long.parseLong(timestamp);
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant());
        return age.abs().truncatedTo(ChronoUnit.SECONDS).compareTo(TOLERANCE) <= 0
                && Hashes.signs(signature, Hashes.webhook(Registry.WEBHOOK_SECRET, id, seconds, body));
    }

    private void keep(String id, JsonNode event) {
        JsonNode data = event.path("data");
        Optional<Post> post = Optional.of(data.path("externalId").asText())
                .filter(external -> external.matches("S-[0-9]{1,18}"))
                .flatMap(external -> posts.find(Platform.WEBHOOK, Long.parseLong(external.substring(2))));
        String words = Stream.of("answer", "publicAnswer", "text")
                .map(name -> data.path(name).asText())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(data::toString);
        replies.add(
                new Replies.Told(
                        Platform.WEBHOOK,
                        Registry.CITY,
                        post.map(Post::person).orElse(event.path("subject").asText("-")),
                        event.path("type").asText("event"),
                        words,
                        post.map(WebhookCaller::externalId).orElse(null),
                        id),
                clock.instant());
    }
}
