package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Form;
import cn.wenzheng.channel.MediaRef;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mail as it came over the wire. A pure function of bytes that never throws: a mail that cannot be read is a
 * petition all the same, and says so.
 */
final class LetterReader {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** More lines that may begin a part are no mail of a person, and each would cost memory before it is counted. */
    private static final int MOST_BOUNDARIES = 20_000;

    private static final String TOO_LARGE = "［此邮件过大，正文和附件没有读取，请到信箱查看］";
    private static final String CUT = "［邮件中有部分内容没有读取，请到信箱查看］";

    private final EmailSettings settings;

    LetterReader(EmailSettings settings) {
        this.settings = settings;
    }

    /**
     * A mail in its mailbox.
     *
     * @param place UIDVALIDITY and UID: its name when it has no Message-ID
     * @param whole false when only its head was read, because it is too large
     */
    record Raw(String mailbox, String place, byte[] bytes, boolean whole, Instant receivedAt) {}

    /** The words and files of a mail. */
    private record Content(String words, List<MediaRef> media) {}

    /** Empty when a machine has written it. */
    Optional<Inbound> read(Raw raw) {
        try {
            MimeMessage mail = new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw.bytes()));
            LetterHead head = new LetterHead(mail);
            return LoopGuard.ignores(mail, head.sender(), raw.mailbox())
                    ? Optional.empty()
                    : Optional.of(item(raw, head, content(raw, mail, head.isAnswer())));
        } catch (MessagingException | RuntimeException unreadable) {
            String person = unknown(raw);
            Content none = new Content(CUT, List.of());
            return Optional.of(inbound(raw.place(), person, person, null, null, none, null, raw.receivedAt()));
        }
    }

    private static Inbound item(Raw raw, LetterHead head, Content content) throws MessagingException {
        String person = head.sender().isEmpty() ? unknown(raw) : head.sender();
        String subject = head.subject();
        Content told = content.words().isBlank() && subject != null ? new Content(subject, content.media()) : content;
        return inbound(
                head.externalId(raw.place(), body(raw.bytes())),
                MailIds.thread(head.root(raw.place()), person),
                person,
                head.name(),
                new Form(null, subject, null, head.petitioner(person), false, false),
                told,
                head.inReplyTo(),
                head.at(raw.receivedAt()));
    }

    private static String unknown(Raw raw) {
        return "unknown:" + raw.place();
    }

    private Content content(Raw raw, MimeMessage mail, boolean answer) {
        if (!raw.whole() || hasTooManyBoundaries(raw.bytes())) {
            return new Content(TOO_LARGE, List.of());
        }
        Parts parts = new Parts(settings, answer);
        parts.walk(mail, 0, true);
        String words = answer ? QuotedHistory.without(parts.text()) : parts.text();
        return new Content((words + (parts.isCut() ? "\n\n" + CUT : "")).strip(), parts.media());
    }

    private static boolean hasTooManyBoundaries(byte[] bytes) {
        int boundaries = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '-' && bytes[i + 2] == '-') {
                boundaries++;
            }
        }
        return boundaries > MOST_BOUNDARIES;
    }

    private static Inbound inbound(
            String externalId,
            String thread,
            String person,
            @Nullable String name,
            @Nullable Form form,
            Content content,
            @Nullable String inReplyTo,
            Instant at) {
        return new Inbound(
                externalId,
                thread,
                new Inbound.Sender(person, name),
                Inbound.Kind.MESSAGE,
                content.words(),
                content.media(),
                null,
                null,
                inReplyTo,
                null,
                null,
                Set.of(),
                form,
                at,
                false);
    }

    /** What comes after the first empty line. */
    private static byte[] body(byte[] mail) {
        for (int i = 0; i + 1 < mail.length; i++) {
            boolean empty = mail[i] == '\n'
                    && (mail[i + 1] == '\n' || i + 2 < mail.length && mail[i + 1] == '\r' && mail[i + 2] == '\n');
            if (empty) {
                return Arrays.copyOfRange(mail, i, mail.length);
            }
        }
        return new byte[0];
    }
}
