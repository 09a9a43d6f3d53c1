package cn.wenzheng.channel.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** An open mailbox: a stretch of it is looked at in one question, and each mail is read as it came. */
final class Mailbox {

    private static final int STRETCH = 200;

    private final Folder folder;
    private final UIDFolder uids;
    private final EmailSettings settings;
    private boolean more;

    Mailbox(Folder folder, EmailSettings settings) {
        this.folder = folder;
        this.uids = (UIDFolder) folder;
        this.settings = settings;
    }

    long validity() throws MessagingException {
        return uids.getUIDValidity();
    }

    long uid(Message mail) throws MessagingException {
        return uids.getUID(mail);
    }

    /** The next mails, with what is asked of each. */
    List<Message> after(long uid) throws MessagingException {
        List<Message> found =
                Stream.of(uids.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).toList();
        List<Message> waiting = new ArrayList<>();
        for (Message mail : found) {
            // The last mail is told even when its number is lower.
            if (uid(mail) > uid && waiting.size() < STRETCH) {
                waiting.add(mail);
            }
        }
        more = found.size() > waiting.size() && waiting.size() == STRETCH;
        FetchProfile asked = new FetchProfile();
        asked.add(FetchProfile.Item.FLAGS);
        asked.add(FetchProfile.Item.SIZE);
        asked.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(waiting.toArray(Message[]::new), asked);
        return waiting;
    }

    boolean hasMore() {
        return more;
    }

    static @Nullable Instant receivedAt(Message mail) throws MessagingException {
        Date received = mail.getReceivedDate();
        return received == null ? null : received.toInstant();
    }

    /** The whole mail, or its head when it is too large. */
    LetterReader.Raw read(Message mail, String address, Instant now) throws MessagingException, IOException {
        boolean whole = mail.getSize() <= settings.most().toBytes();
        byte[] bytes = whole ? whole(mail) : head(mail);
        Instant received = receivedAt(mail);
        return new LetterReader.Raw(
                address,
                validity() + ":" + uid(mail),
                bytes,
                whole,
                received == null || received.isAfter(now) ? now : received);
    }

    private static byte[] whole(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(mail.getSize(), 32));
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] head(Message mail) throws MessagingException {
        StringBuilder head = new StringBuilder();
        for (String line : Collections.list(((MimeMessage) mail).getAllHeaderLines())) {
            head.append(line).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
