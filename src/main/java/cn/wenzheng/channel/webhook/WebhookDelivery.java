package cn.wenzheng.channel.webhook;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp.Answer;
import cn.wenzheng.channel.PlatformHttp.NoAnswer;
import cn.wenzheng.channel.PlatformHttp.NotWritten;
import cn.wenzheng.channel.PublicHttp;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Posts events about petitions to another system, signed at every try anew under the same id.
 *
 * <p>Who gets one twice knows it by its id; so what has no answer is simply sent again. Source of schedule and answers:
 * Standard Webhooks 1.0.
 */
@Component
class WebhookDelivery implements Delivery {

    /** Nobody has a word to say but the status. */
    private static final int MOST = 64 << 10;

    private static final int LONGEST = 1 << 20;
    private static final int GONE = 410;

    /** After the first try, which is at once. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final PublicHttp http;

    WebhookDelivery(PublicHttp http) {
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        return List.of(Means.EVENT);
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        return new TextLimit() {
            @Override
            public int most() {
                return LONGEST;
            }

            @Override
            public int length(String text) {
                return text.length();
            }
        };
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return AfterUnknown.RETRY;
    }

    /** Up to a tenth later, so that what has failed together does not come again together. */
    @Override
    public List<Duration> tries() {
        return WAITS.stream()
                .map(wait -> wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 10)))
                .toList();
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        String secret = account.secret("secret");
        if (secret == null) {
            return new Outcome.TokenInvalid("no-secret");
        }
        byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
        long second = reply.now().getEpochSecond();
        String signature = WebhookSignature.sign(secret, reply.key(), second, body);
        if (signature == null) {
            return new Outcome.TokenInvalid("secret-malformed");
        }
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Wenzheng",
                WebhookSignature.ID,
                reply.key(),
                WebhookSignature.TIMESTAMP,
                Long.toString(second),
                WebhookSignature.SIGNATURE,
                signature);
        return posted(account.settings().getOrDefault("url", ""), headers, body, reply);
    }

    private Outcome posted(String url, Map<String, String> headers, byte[] body, Reply reply) {
        try {
            return outcome(http.call(HttpMethod.POST, URI.create(url), headers, body, MOST), reply);
        } catch (IllegalArgumentException | PublicHttp.Forbidden nowhere) {
            return new Outcome.Refused("address", "not-public");
        } catch (NotWritten unreachable) {
            return new Outcome.NotNow(null, "unreachable");
        } catch (NoAnswer silent) {
            return new Outcome.Unknown("no-answer");
        }
    }

    private static Outcome outcome(Answer answer, Reply reply) {
        int status = answer.status();
        if (status / 100 == 2) {
            return new Outcome.Sent(null);
        }
        if (status == GONE) {
            return new Outcome.TokenInvalid("gone");
        }
        boolean busy = Stream.of(429, 502, 503, 504).anyMatch(each -> each == status);
        String code = "http-" + status;
        return new Outcome.NotNow(
                busy ? RetryAfter.in(answer.headers().getFirst("Retry-After"), reply.now()) : null, code);
    }
}
