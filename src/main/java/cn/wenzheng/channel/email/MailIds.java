package cn.wenzheng.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of mails and threads. A Message-ID is chosen by its sender: it names a mail only together with what it says. */
final class MailIds {

    private static final Pattern ID = Pattern.compile("<[!-~&&[^<>]]{1,250}>");
    private static final int SHORT = 16;

    private MailIds() {}

    /** All in a header, in order. */
    static List<String> in(@Nullable String header) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(header == null ? "" : header);
        while (id.find()) {
            ids.add(id.group());
        }
        return ids;
    }

    /** By which a mail is known again. */
    static String external(String messageId, byte[] from, byte[] date, byte[] body) {
        return messageId + "#" + hash(from, date, body);
    }

    /** The Message-ID in a mail's name; null when it had none. */
    static @Nullable String messageId(@Nullable String external) {
        List<String> ids = in(external);
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** One person's part of a thread: what he is told goes to nobody who only knows its first mail. */
    static String thread(String root, String sender) {
        return root + "|" + hash(sender.getBytes(StandardCharsets.UTF_8));
    }

    /** The same over all tries, so that a mail that arrives twice is one; with the number, by which its answer is known. */
    static String own(String key, String petition, String mailbox) {
        String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + (key + "." + petition).replaceAll("[^A-Za-z0-9._-]", "-") + "@"
                + (domain.isEmpty() ? "localhost" : domain) + ">";
    }

    static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
