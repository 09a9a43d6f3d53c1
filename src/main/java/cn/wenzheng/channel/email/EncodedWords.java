package cn.wenzheng.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in a header of a mail (RFC 2047), read as people have meant them.
 *
 * <p>Many mail programs cut a text into encoded words in the middle of a sign: neighbours of one charset are put together
 * before they are read. What is not encoded at all is read as UTF-8 or, if it is none, as GB18030.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {}

    static String decode(String header) {
        String line = header.replaceAll("\\r?\\n[ \\t]+", " ");
        StringBuilder read = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        Matcher word = WORD.matcher(line);
        int end = 0;
        while (word.find()) {
            String between = line.substring(end, word.start());
            boolean neighbours = end > 0 && between.isBlank();
            if (!neighbours || !charset.equalsIgnoreCase(word.group(1))) {
                read.append(Charsets.decode(pending.toByteArray(), charset));
                pending.reset();
                read.append(neighbours ? "" : Charsets.raw(between));
            }
            charset = word.group(1);
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        read.append(Charsets.decode(pending.toByteArray(), charset));
        return read.append(Charsets.raw(line.substring(end))).toString();
    }

    private static byte[] bytes(String encoding, String text) {
        return encoding.toLowerCase(Locale.ROOT).equals("b") ? base64(text) : quoted(text);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            int code = sign == '=' && i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(sign == '_' ? ' ' : sign);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
