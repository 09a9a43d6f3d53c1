package cn.wenzheng.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one part of a mail declares and holds; a declaration that cannot be read counts as none. */
final class PartContent {

    private static final int WORDS = 2 << 20;
    private static final int NAME = 200;

    private PartContent() {}

    static boolean isWords(Part part, String type) throws MessagingException {
        return (type.equals("text/plain") || type.equals("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }

    /** Reports about deliveries, and what Outlook packs for itself. */
    static boolean isOfMachines(String type) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || type.equals("message/delivery-status")
                || type.equals("text/rfc822-headers")
                || type.equals("application/pgp-signature")
                || type.equals("application/pkcs7-signature");
    }

    static @Nullable String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            return null;
        }
        String told = EncodedWords.decode(name).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return told.codePointCount(0, told.length()) <= NAME
                ? told
                : told.substring(0, told.offsetByCodePoints(0, NAME));
    }

    static String decoded(Part part) throws MessagingException, IOException {
        return Charsets.decode(bytes(part, WORDS), charset(part));
    }

    static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(most + 1);
        }
    }

    static @Nullable String charset(Part part) throws MessagingException {
        String declared = part.getContentType();
        try {
            return declared == null ? null : new ContentType(declared).getParameter("charset");
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    static String type(Part part) throws MessagingException {
        String declared = part.getContentType();
        try {
            return declared == null
                    ? "text/plain"
                    : new ContentType(declared).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException unreadable) {
            return part.getFileName() == null ? "text/plain" : "application/octet-stream";
        }
    }
}
