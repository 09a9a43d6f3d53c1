package cn.wenzheng.channel.email;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Petitioner;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of a mail say. */
final class LetterHead {

    private static final int LINE = 200;
    private static final int NAME = 50;
    private static final int ADDRESS = 250;

    /** No header of a person is longer, and longer ones cost time. */
    private static final int HEADER = 20_000;

    private static final Pattern REPLY = Pattern.compile("(?i)\\s*(re|回复|答复|回覆)\\s*[:：].*");

    private final MimeMessage mail;
    private final List<String> own;
    private final List<String> earlier;
    private final List<String> answered;

    LetterHead(MimeMessage mail) throws MessagingException {
        this.mail = mail;
        this.own = MailIds.in(header("Message-ID"));
        this.earlier = MailIds.in(header("References"));
        this.answered = MailIds.in(header("In-Reply-To"));
    }

    private String header(String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        if (value == null) {
            return "";
        }
        return value.length() <= HEADER ? value : value.substring(0, HEADER);
    }

    /** By which the mail is known again; its place in the mailbox when it has no name. */
    String externalId(String place, byte[] body) throws MessagingException {
        return own.isEmpty() ? place : MailIds.external(own.get(0), bytes("From"), bytes("Date"), body);
    }

    private byte[] bytes(String name) throws MessagingException {
        return header(name).getBytes(StandardCharsets.UTF_8);
    }

    /** The first mail of its thread. */
    String root(String place) {
        if (!earlier.isEmpty()) {
            return earlier.get(0);
        }
        if (!answered.isEmpty()) {
            return answered.get(0);
        }
        return own.isEmpty() ? place : own.get(0);
    }

    @Nullable
    String inReplyTo() {
        if (!answered.isEmpty()) {
            return answered.get(0);
        }
        return earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
    }

    /** True when it answers a mail, and may repeat it. */
    boolean isAnswer() throws MessagingException {
        String subject = subject();
        return inReplyTo() != null || subject != null && REPLY.matcher(subject).matches();
    }

    @Nullable
    String subject() throws MessagingException {
        return line(header("Subject"));
    }

    /** The address he writes from, in small letters; empty when there is none. */
    String sender() throws MessagingException {
        try {
            InternetAddress[] senders = InternetAddress.parseHeader(header("From"), false);
            String address = senders.length == 0 ? null : senders[0].getAddress();
            return address == null || !address.contains("@") || address.length() > ADDRESS
                    ? ""
                    : address.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        } catch (AddressException unreadable) {
            return "";
        }
    }

    /** The name he shows; null when he shows none. */
    @Nullable
    String name() throws MessagingException {
        String shown = header("From").replaceFirst("<[^<>]*>\\s*$", "").strip().replaceAll("^\"|\"$", "");
        String name = line(shown);
        return name == null || name.contains("@") ? null : name;
    }

    Petitioner petitioner(String address) throws MessagingException {
        String name = name();
        String shown = name == null || name.codePointCount(0, name.length()) > NAME ? null : name;
        try {
            return new Petitioner(shown, null, address);
        } catch (Refusal unusualAddress) {
            return new Petitioner(shown, null, null);
        }
    }

    /** When he sent it, as he says; never later than it came. */
    Instant at(Instant receivedAt) throws MessagingException {
        Date sent = mail.getSentDate();
        Instant at = sent == null ? receivedAt : sent.toInstant();
        return at.isAfter(receivedAt) || at.isBefore(Instant.EPOCH) ? receivedAt : at;
    }

    private static @Nullable String line(String header) {
        String line =
                EncodedWords.decode(header).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return null;
        }
        return line.codePointCount(0, line.length()) <= LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE));
    }
}
