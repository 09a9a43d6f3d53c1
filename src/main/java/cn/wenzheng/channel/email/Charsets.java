package cn.wenzheng.channel.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of mails as words. Who declares GB2312 or GBK writes what only GB18030 has; who declares nothing, or what nobody
 * knows, writes UTF-8 or GB18030.
 */
final class Charsets {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Charsets() {}

    /** @param declared what the mail says; null or empty when it says nothing */
    static String decode(byte[] bytes, @Nullable String declared) {
        Charset charset = find(declared);
        return charset == null ? guess(bytes) : new String(bytes, charset);
    }

    /** A header that came as it is: each sign is one byte. */
    static String raw(String header) {
        boolean plain = header.chars().allMatch(sign -> sign < 0x80);
        boolean wide = header.chars().anyMatch(sign -> sign > 0xff);
        return plain || wide ? header : guess(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, GB18030);
        }
    }

    private static @Nullable Charset find(@Nullable String declared) {
        String name = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            // With 8-bit signs under a 7-bit name it is a guess, and without them it is the same.
            case "", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "default" -> null;
            case "gb2312", "gbk", "cp936", "ms936", "x-gbk", "gb_2312-80", "hz-gb-2312" -> GB18030;
            case "big5", "x-x-big5", "cp950" -> Charset.forName("Big5-HKSCS");
            default -> known(name);
        };
    }

    private static @Nullable Charset known(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }
}
