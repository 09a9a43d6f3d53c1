package cn.wenzheng.channel.email;

import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.petition.Arrivals;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the parts of one mail and gathers its words and its files, within limits: what is deeper, later or more is not
 * looked at. Nothing is unpacked, and nothing is loaded from elsewhere.
 */
final class Parts {

    private static final int FILE = Arrivals.MEGABYTES * 1024 * 1024;

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
        String type = PartContent.type(part);
        if (type.startsWith("multipart/") && part.getContent() instanceof Multipart parts) {
            children(parts, type, depth, words);
        } else if (type.equals("message/rfc822") && part.getContent() instanceof MimeMessage inner) {
            nested(inner, depth, words);
        } else if (PartContent.isWords(part, type)) {
            if (words) {
                say(
                        type.equals("text/html")
                                ? Html.text(PartContent.decoded(part), answer)
                                : PartContent.decoded(part));
            }
        } else if (!PartContent.isOfMachines(type)) {
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
            if (PartContent.type(part).equals("text/plain") && part.getSize() > 2) {
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

    private void keep(Part part, String type) throws MessagingException, IOException {
        if (media.size() >= settings.attachments()) {
            cut = true;
            return;
        }
        MediaRef.Type kind = type.startsWith("image/") ? MediaRef.Type.PICTURE : MediaRef.Type.FILE;
        byte[] content = PartContent.bytes(part, FILE);
        media.add(new MediaRef(kind, "part:" + seen, PartContent.name(part), content.length > FILE ? null : content));
    }
}
