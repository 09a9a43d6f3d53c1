package cn.wenzheng.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A platform's request as it came in, byte for byte: signatures are made over bytes, and nothing has read it before.
 *
 * @param method GET or POST
 * @param rawQuery the query as it stands in the address, not decoded; empty when there is none
 * @param headers by name in lower case
 */
public record RawRequest(
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> headers,
        byte[] body,
        Instant receivedAt) {

    /** The first value of a header; null when it is absent. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What it is about, and nothing that was sent. */
    @Override
    public String toString() {
        return method + " " + path + " (" + body.length + " bytes)";
    }
}
