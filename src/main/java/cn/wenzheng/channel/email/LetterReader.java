package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Form;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Petitioner;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mail as it came over the wire. A pure function of bytes that never throws: a mail that cannot be read is a
 * petition all the same, and says so.
 */
final class LetterReader {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** More lines that may begin a part are no mail of a person, and each would cost memory before it is counted. */
    private static final int MOST_BOUNDARIES = 20_000;

    private static final int LINE = 200;
    private static final Pattern REPLY = Pattern.compile("(?i)\\s*(re|回复|答复|回覆)\\s*[:：].*");

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

    /** Empty when a machine has written it. */
    Optional<Inbound> read(Raw raw) {
        try {
            MimeMessage mail = new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw.bytes()));
            String sender = sender(mail);
            return LoopGuard.ignores(mail, sender, raw.mailbox())
                    ? Optional.empty()
                    : Optional.of(item(raw, mail, sender));
        } catch (MessagingException | RuntimeException unreadable) {
            String person = "unknown:" + raw.place();
            return Optional.of(
                    inbound(raw.place(), person, person, null, CUT, List.of(), null, null, raw.receivedAt()));
        }
    }

    private Inbound item(Raw raw, MimeMessage mail, String sender) throws MessagingException {
        List<String> own = MailIds.in(mail.getHeader("Message-ID", null));
        List<String> earlier = MailIds.in(mail.getHeader("References", " "));
        List<String> answered = MailIds.in(mail.getHeader("In-Reply-To", " "));
        String name = own.isEmpty()
                ? raw.place()
                : MailIds.external(own.get(0), bytes(mail, "From"), bytes(mail, "Date"), body(raw.bytes()));
        String person = sender.isEmpty() ? "unknown:" + raw.place() : sender;
        String root = !earlier.isEmpty()
                ? earlier.get(0)
                : !answered.isEmpty() ? answered.get(0) : own.isEmpty() ? raw.place() : own.get(0);
        String subject = line(mail.getHeader("Subject", null));
        String inReplyTo =
                !answered.isEmpty() ? answered.get(0) : earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        Parts parts = parts(
                raw,
                mail,
                inReplyTo != null || subject != null && REPLY.matcher(subject).matches());
        String words = parts == null ? TOO_LARGE : parts.text() + (parts.isCut() ? "\n\n" + CUT : "");
        return inbound(
                name,
                MailIds.thread(root, person),
                person,
                new Form(null, subject, null, petitioner(nameOf(mail), person), false, false),
                words.isBlank() && subject != null ? subject : words.strip(),
                parts == null ? List.of() : parts.media(),
                inReplyTo,
                nameOf(mail),
                at(mail, raw.receivedAt()));
    }

    private @Nullable Parts parts(Raw raw, MimeMessage mail, boolean answer) {
        if (!raw.whole() || hasTooManyBoundaries(raw.bytes())) {
            return null;
        }
        Parts parts = new Parts(settings, answer);
        parts.walk(mail, 0, true);
        return answer ? parts.withoutHistory() : parts;
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
            @Nullable Form form,
            String text,
            List<MediaRef> media,
            @Nullable String inReplyTo,
            @Nullable String name,
            Instant at) {
        return new Inbound(
                externalId,
                thread,
                new Inbound.Sender(person, name),
                Inbound.Kind.MESSAGE,
                text,
                media,
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

    /** The address he writes from, in small letters; empty when there is none. */
    private static String sender(MimeMessage mail) throws MessagingException {
        String from = mail.getHeader("From", ",");
        try {
            InternetAddress[] senders = InternetAddress.parseHeader(from == null ? "" : from, false);
            String address = senders.length == 0 ? null : senders[0].getAddress();
            return address == null || !address.contains("@") || address.length() > 250
                    ? ""
                    : address.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        } catch (AddressException unreadable) {
            return "";
        }
    }

    private static @Nullable String nameOf(MimeMessage mail) throws MessagingException {
        String from = mail.getHeader("From", null);
        String name = from == null
                ? null
                : line(from.replaceFirst("<[^<>]*>\\s*$", "").strip().replaceAll("^\"|\"$", ""));
        return name == null || name.contains("@") ? null : name;
    }

    private static @Nullable String line(@Nullable String header) {
        String line = header == null
                ? ""
                : EncodedWords.decode(header)
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        if (line.isEmpty()) {
            return null;
        }
        return line.codePointCount(0, line.length()) <= LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE));
    }

    private static Petitioner petitioner(@Nullable String name, String address) {
        String shown = name == null || name.codePointCount(0, name.length()) > 50 ? null : name;
        try {
            return new Petitioner(shown, null, address);
        } catch (Refusal unusualAddress) {
            return new Petitioner(shown, null, null);
        }
    }

    private static Instant at(MimeMessage mail, Instant receivedAt) throws MessagingException {
        Date sent = mail.getSentDate();
        Instant at = sent == null ? receivedAt : sent.toInstant();
        return at.isAfter(receivedAt) || at.isBefore(Instant.EPOCH) ? receivedAt : at;
    }

    private static byte[] bytes(MimeMessage mail, String header) throws MessagingException {
        return String.valueOf(mail.getHeader(header, "\n")).getBytes(StandardCharsets.UTF_8);
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
