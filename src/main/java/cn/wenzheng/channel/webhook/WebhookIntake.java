package cn.wenzheng.channel.webhook;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Ack;
import cn.wenzheng.channel.Arrival;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.PushIntake;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes petitions from other systems: Standard Webhooks, type {@code petition.submitted}.
 *
 * <p>Proved over the bytes before anything of them is read. What is wrong with a petition is told in a sentence, as at the
 * portal, and nothing of it is kept; a type that we do not know is taken as received.
 */
@Component
class WebhookIntake implements PushIntake {

    static final String SUBMITTED = "petition.submitted";

    private static final int MOST = 256 << 10;
    private static final int REFUSED = 422;
    private static final String WHOLE = "body";

    private final ObjectMapper json;
    private final Sentences sentences;

    /** @param json reads by the letter, as it does for the portal */
    WebhookIntake(ObjectMapper json, Sentences sentences) {
        this.json = json;
        this.sentences = sentences;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public int mostBytes() {
        return MOST;
    }

    @Override
    public Arrival accept(RawRequest request, Account account, Clock clock) {
        if (!request.method().equals("POST")) {
            return Arrival.nothing(Ack.empty(405));
        }
        WebhookSignature signature = WebhookSignature.in(request);
        if (signature == null || !signature.isProved(account.secrets("secret"), request.body(), clock.instant())) {
            return Arrival.refused(Ack.empty(403));
        }
        try {
            return read(json.readTree(request.body()), signature, account, clock.instant());
        } catch (Refusal refused) {
            return Arrival.nothing(problem(refused));
        } catch (UnrecognizedPropertyException unknown) {
            String field = field(unknown);
            return Arrival.nothing(problem(Refusal.invalid(field, "unknown-field", field)));
        } catch (JsonMappingException wrong) {
            String field = field(wrong);
            return Arrival.nothing(problem(Refusal.invalid(field, "field-malformed", field)));
        } catch (IOException unreadable) {
            return Arrival.nothing(problem(Refusal.invalid(WHOLE, "malformed")));
        }
    }

    private Arrival read(JsonNode event, WebhookSignature signature, Account account, Instant now)
            throws JsonProcessingException {
        if (!event.isObject()) {
            throw Refusal.invalid(WHOLE, "malformed");
        }
        if (!event.path("type").isTextual()) {
            throw Refusal.invalid("type", "field-required", "type");
        }
        if (!event.path("type").textValue().equals(SUBMITTED)) {
            return Arrival.nothing(Ack.empty(204));
        }
        if (!event.path("data").isObject()) {
            throw Refusal.invalid("data", "field-required", "data");
        }
        SubmittedPetition petition = json.treeToValue(event.path("data"), SubmittedPetition.class);
        Inbound item = petition.item(
                "webhook-id:" + signature.id(), account.id() + ":" + signature.id(), at(event, signature, now));
        return Arrival.of(List.of(item), Ack.empty(204), Ack.empty(503));
    }

    /** When it was said there, as far as that is told; never later than now. */
    private static Instant at(JsonNode event, WebhookSignature signature, Instant now) {
        Instant at = Instant.ofEpochSecond(signature.second());
        try {
            at = OffsetDateTime.parse(event.path("time").asText()).toInstant();
        } catch (DateTimeException untold) {
            // The time of the try stands for it.
        }
        return at.isAfter(now) || at.isBefore(Instant.EPOCH) ? now : at;
    }

    private static String field(JsonMappingException wrong) {
        String name = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return name.isEmpty() ? WHOLE : name;
    }

    private Ack problem(Refusal refused) {
        ObjectNode problem = json.createObjectNode()
                .put("type", "/problems/" + refused.slug())
                .put("title", sentences.title(REFUSED, Locale.CHINESE))
                .put("status", REFUSED)
                .put("detail", sentences.of(refused, Locale.CHINESE))
                .put("field", refused.field());
        return new Ack(REFUSED, "application/problem+json", problem.toString().getBytes(StandardCharsets.UTF_8));
    }
}
