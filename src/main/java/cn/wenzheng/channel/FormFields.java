package cn.wenzheng.channel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;

/**
 * The fields of a query or of a form, in the charset its sender used.
 *
 * <p>A field that stands twice makes the whole unreadable: what checks a signature and what acts on it could each take
 * another one of them.
 */
public final class FormFields {

    private static final int MOST = 200;

    private FormFields() {}

    /** The fields of an address's query, in UTF-8; empty when it cannot be read. */
    public static Optional<Map<String, String>> ofQuery(String rawQuery) {
        return read(rawQuery.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The fields of a body, byte for byte in its charset; empty when it cannot be read. */
    public static Optional<Map<String, String>> read(byte[] body, Charset charset) {
        String pairs = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : pairs.isEmpty() ? new String[0] : pairs.split("&", MOST + 1)) {
                int sign = pair.indexOf('=');
                String name = decode(sign < 0 ? pair : pair.substring(0, sign), charset);
                String value = sign < 0 ? "" : decode(pair.substring(sign + 1), charset);
                if (fields.size() == MOST || fields.put(name, value) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(fields);
        } catch (DecoderException notEncoded) {
            return Optional.empty();
        }
    }

    /** Signs that were not escaped are bytes of the charset, too. */
    private static String decode(String encoded, Charset charset) throws DecoderException {
        return new String(URLCodec.decodeUrl(encoded.getBytes(StandardCharsets.ISO_8859_1)), charset);
    }
}
