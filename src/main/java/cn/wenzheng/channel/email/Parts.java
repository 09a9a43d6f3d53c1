package cn.wenzheng.channel.email;

import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.petition.Arrivals;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of one mail and gathers its words and its files, within limits: what is deeper, later or more is not
 * looked at. Nothing is unpacked, and nothing is loaded from elsewhere.
 */
final class Parts {

    private static final int FILE = Arrivals.MEGABYTES * 1024 * 1024;
    private static final int WORDS = 2 << 20;
    private static final int NAME = 200;

    private final EmailSettings settings;
    private final boolean answer;
    private final StringBuilder text = new StringBuilder();
    private final List<MediaRef> media = new ArrayList<>();
    private int seen;
    private boolean cut;

    /** @param answer true when the mail answers one of ours */
    Parts(EmailSettings settings, boolean answer) {
        this.settings = settings;
        this.answer = answer;
    }

    String text() {
        return text.toString().strip();
    }

    /** Without the earlier mails that an answer repeats. */
    Parts withoutHistory() {
        String kept = QuotedHistory.without(text());
        text.setLength(0);
        text.append(kept);
        return this;
    }

    List<MediaRef> media() {
        return media;
    }

    /** True when something was not looked at. */
    boolean isCut() {
        return cut;
    }

    /** @param words whether the part's words are wanted; files are in any case */
    void walk(Part part, int depth, boolean words) {
        if (seen >= settings.parts() || depth > settings.depth()) {
            cut = true;
            return;
        }
        seen++;
        try {
            read(part, depth, words);
        } catch (MessagingException | IOException | RuntimeException damaged) {
            cut = true;
        }
    }

    private void read(Part part, int depth, boolean words) throws MessagingException, IOException {
        String type = type(part);
        if (type.startsWith("multipart/") && part.getContent() instanceof Multipart parts) {
            children(parts, type, depth, words);
        } else if (type.equals("message/rfc822") && part.getContent() instanceof MimeMessage inner) {
            nested(inner, depth, words);
        } else if (isWords(part, type)) {
            if (words) {
                say(type.equals("text/html") ? Html.text(decoded(part), answer) : decoded(part));
            }
        } else if (!isOfMachines(type)) {
            keep(part, type);
        }
    }

    /** Of several forms of the same words the plain one is read. */
    private void children(Multipart parts, String type, int depth, boolean words) throws MessagingException {
        boolean choose = type.equals("multipart/alternative") && words;
        int plain = choose ? plain(parts) : -1;
        for (int i = 0; i < parts.getCount() && !isFull(); i++) {
            walk(parts.getBodyPart(i), depth + 1, words && (plain < 0 || plain == i));
        }
    }

    private boolean isFull() {
        cut |= seen >= settings.parts();
        return seen >= settings.parts();
    }

    private int plain(Multipart parts) throws MessagingException {
        for (int i = 0; i < parts.getCount() && i < settings.parts(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (type(part).equals("text/plain") && part.getSize() > 2) {
                return i;
            }
        }
        return -1;
    }

    private void nested(MimeMessage inner, int depth, boolean words) throws MessagingException {
        if (words) {
            String subject = inner.getHeader("Subject", null);
            say("［附上的邮件］" + (subject == null ? "" : EncodedWords.decode(subject)));
        }
        walk(inner, depth + 1, words);
    }

    private void say(String words) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words.strip());
        }
    }

    private static boolean isWords(Part part, String type) throws MessagingException {
        return (type.equals("text/plain") || type.equals("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }

    /** Reports about deliveries, and what Outlook packs for itself. */
    private static boolean isOfMachines(String type) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || type.equals("message/delivery-status")
                || type.equals("text/rfc822-headers")
                || type.equals("application/pgp-signature")
                || type.equals("application/pkcs7-signature");
    }

    private void keep(Part part, String type) throws MessagingException, IOException {
        if (media.size() >= settings.attachments()) {
            cut = true;
            return;
        }
        MediaRef.Type kind = type.startsWith("image/") ? MediaRef.Type.PICTURE : MediaRef.Type.FILE;
        byte[] content = bytes(part, FILE);
        media.add(new MediaRef(kind, "part:" + seen, name(part), content.length > FILE ? null : content));
    }

    private static @Nullable String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            return null;
        }
        String told = EncodedWords.decode(name).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return told.codePointCount(0, told.length()) <= NAME
                ? told
                : told.substring(0, told.offsetByCodePoints(0, NAME));
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        return Charsets.decode(bytes(part, WORDS), charset(part));
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(most + 1);
        }
    }

    private static @Nullable String charset(Part part) throws MessagingException {
        String declared = part.getContentType();
        try {
            return declared == null ? null : new ContentType(declared).getParameter("charset");
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static String type(Part part) throws MessagingException {
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
