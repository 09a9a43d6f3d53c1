package cn.wenzheng.demo.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Another system that hands over what citizens told it, signed by Standard Webhooks. */
@Simulated("simulatedWebhookCaller")
class WebhookCaller implements Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int GONE = 410;

    private final Behaviours behaviours;
    private final Clock clock;

    WebhookCaller(Behaviours behaviours, Clock clock) {
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.WEBHOOK;
    }

    @Override
    public boolean tells(Post post, Behaviour behaviour) {
        return true;
    }

    @Override
    public HttpRequest.Builder request(Post post, String product, int tries) {
        byte[] body = body(post).getBytes(StandardCharsets.UTF_8);
        String id = "msg_" + post.id();
        long seconds = clock.instant().getEpochSecond();
        String signature = Hashes.webhook(Registry.WEBHOOK_SECRET, id, seconds, body);
        boolean wrong = behaviours.of(Platform.WEBHOOK).is(Switch.WRONG_SIGNATURE);
        return Wire.to(product + "/channels/webhook/" + post.account())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", wrong ? "v1,AAAA" + signature.substring(7) : signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** The same bytes at every try. */
    private static String body(Post post) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", "msg_" + post.id())
                .put("source", "urn:example:hotline")
                .put("type", "petition.submitted")
                .put("time", post.saidAt().toString())
                .put("subject", externalId(post));
        event.putObject("data").put("externalId", externalId(post)).put("text", post.text());
        return event.toString();
    }

    static String externalId(Post post) {
        return "S-" + post.id();
    }

    @Override
    public boolean isReceived(Post post, Wire.Answer answer) {
        return answer.status() / 100 == 2 || answer.status() == GONE;
    }

    @Override
    public Optional<Duration> again(Post post, int tries) {
        return Retries.WEBHOOK.after(tries);
    }
}
