package cn.wenzheng.channel.weibo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a push, and whether it proves that Weibo sent it.
 *
 * <p>The signature covers secret, time and a random word, never the body: it shows that the sender knows the secret, and not
 * what he has said. A repeated random word is no reason to refuse: Weibo does not say whether it repeats a push with the same.
 */
final class WeiboSignature {

    private final Map<String, String> values = new HashMap<>();
    private final boolean readable;

    private WeiboSignature(String rawQuery) {
        readable = read(rawQuery);
    }

    static WeiboSignature in(String rawQuery) {
        return new WeiboSignature(rawQuery);
    }

    /** The word to be sent back when the address is verified; null when there is none. */
    @Nullable
    String echo() {
        return values.get("echostr");
    }

    /** True when one of the secrets has signed it, not longer ago (or ahead) than this. */
    boolean isProved(List<String> secrets, Instant now, Duration maxAge) {
        String signature = values.get("signature");
        String timestamp = values.get("timestamp");
        String nonce = values.get("nonce");
        if (!readable || signature == null || timestamp == null || nonce == null) {
            return false;
        }
        boolean signed = false;
        for (String secret : secrets) {
            signed |= same(signature, sign(secret, timestamp, nonce));
        }
        return signed && isFresh(timestamp, now, maxAge);
    }

    /** The formula of the platform's documents. */
    static String sign(String secret, String timestamp, String nonce) {
        String[] parts = {secret, timestamp, nonce};
        Arrays.sort(parts);
        return HexFormat.of().formatHex(digest("SHA-1", String.join("", parts)));
    }

    static byte[] digest(String algorithm, String words) {
        try {
            return MessageDigest.getInstance(algorithm).digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFresh(String timestamp, Instant now, Duration maxAge) {
        if (!timestamp.matches("\\d{1,15}")) {
            return false;
        }
        return Duration.between(WeiboTime.ofNumber(Long.parseLong(timestamp)), now)
                        .abs()
                        .compareTo(maxAge)
                <= 0;
    }

    /** False when a parameter stands twice, or is no text: then nobody can say what was signed. */
    private boolean read(String rawQuery) {
        for (String pair : rawQuery.split("&")) {
            int end = pair.indexOf('=');
            if (end < 0) {
                continue;
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, end), StandardCharsets.UTF_8);
                String value = URLDecoder.decode(pair.substring(end + 1), StandardCharsets.UTF_8);
                if (values.putIfAbsent(name, value) != null) {
                    return false;
                }
            } catch (IllegalArgumentException notEncoded) {
                return false;
            }
        }
        return true;
    }
}
