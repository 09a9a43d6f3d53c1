package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it comes over the wire: not decoded, not unpacked, and no more of it than may be. */
final class Incoming {

    private Incoming() {}

    /** False when the body is packed: what unpacks to gigabytes is not unpacked here. */
    static boolean isPlain(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        return encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
    }

    /** Null when it is longer than that; what it says of its own length is not believed, but saves the reading. */
    static byte @Nullable [] body(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        return body.length > most ? null : body;
    }

    static RawRequest of(HttpServletRequest request, byte[] body, Instant now) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .addAll(Collections.list(request.getHeaders(name)));
        }
        String query = request.getQueryString();
        return new RawRequest(
                request.getMethod(), request.getRequestURI(), query == null ? "" : query, headers, body, now);
    }
}
