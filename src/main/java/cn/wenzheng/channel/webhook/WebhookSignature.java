package cn.wenzheng.channel.webhook;

import cn.wenzheng.channel.RawRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself in its three headers, and whether it is true.
 *
 * <p>Source: Standard Webhooks 1.0. Signed are the id, the time and the bytes of the body; one right signature of several is
 * enough, so that a secret can be changed while requests are on their way.
 *
 * @param id the message's id, the same over all its tries
 * @param second the second of the try, counted as computers do
 * @param signatures all that were given
 */
record WebhookSignature(String id, long second, List<String> signatures) {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    /** How old or how early a try may be, to the second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    /** Without a point: what stands before the first point of the signed words must be the id and nothing else. */
    private static final Pattern IDS = Pattern.compile("[!-~&&[^.]]{1,200}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** Null when a header is missing, stands twice or is not what it should be. */
    static @Nullable WebhookSignature in(RawRequest request) {
        String id = only(request, ID);
        String second = only(request, TIMESTAMP);
        String signatures = only(request, SIGNATURE);
        boolean wellFormed =
                IDS.matcher(id).matches() && SECONDS.matcher(second).matches();
        return wellFormed ? new WebhookSignature(id, Long.parseLong(second), List.of(signatures.split(" "))) : null;
    }

    private static String only(RawRequest request, String header) {
        List<String> values = request.headers().getOrDefault(header, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    /** True when one of the secrets has signed these bytes, not longer ago and not later than may be. */
    boolean isProved(List<String> secrets, byte[] body, Instant now) {
        Duration age = Duration.ofSeconds(now.getEpochSecond() - second);
        return age.abs().compareTo(TOLERANCE) <= 0
                && secrets.stream()
                        .flatMap(secret -> Stream.ofNullable(sign(secret, id, second, body)))
                        .anyMatch(this::isAmong);
    }

    private boolean isAmong(String right) {
        byte[] expected = right.getBytes(StandardCharsets.US_ASCII);
        return signatures.stream()
                .anyMatch(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    /** The signature with its version; null when the secret is none. */
    static @Nullable String sign(String secret, String id, long second, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), ALGORITHM));
            mac.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (IllegalArgumentException notASecret) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names neither the message nor what proves it. */
    @Override
    public String toString() {
        return signatures.size() + " signatures";
    }
}
