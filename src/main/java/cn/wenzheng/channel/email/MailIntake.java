package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.petition.Channel;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads mailboxes by IMAP.
 *
 * <p>Mails are numbered by their server, and what was read is known by its number; that a mail counts as read there is only
 * for people, and said after it is kept here. A mail is never moved and never deleted.
 */
@Component
class MailIntake implements PullIntake {

    private static final String INBOX = "inbox";

    /** The most mails of a page, and of its bytes beside the last mail. */
    private static final int PAGE = 20;

    private static final int PAGE_BYTES = 16 << 20;

    private final EmailSettings settings;
    private final LetterReader reader;

    MailIntake(EmailSettings settings) {
        this.settings = settings;
        this.reader = new LetterReader(settings);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<String> contacts(Account account) {
        return MailHost.isReadable(account) ? List.of(INBOX) : List.of();
    }

    @Override
    public Duration every(Account account, String contact) {
        return settings.every();
    }

    @Override
    public Page poll(Account account, String contact, @Nullable String cursor, Instant now) {
        Store store = null;
        try {
            store = new MailHost(account).store();
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return page(account, new Mailbox(inbox, settings), cursor, now);
        } catch (AuthenticationFailedException refused) {
            return stopped(cursor, new Outcome.TokenInvalid("login"));
        } catch (MessagingException | IOException | IllegalStateException broken) {
            return stopped(cursor, new Outcome.NotNow(null, "imap"));
        } finally {
            if (store != null) {
                MailHost.closeQuietly(store);
            }
        }
    }

    private static Page stopped(@Nullable String cursor, Outcome trouble) {
        return new Page(List.of(), cursor, false, 1, trouble);
    }

    private Page page(Account account, Mailbox mailbox, @Nullable String kept, Instant now)
            throws MessagingException, IOException {
        MailCursor cursor = MailCursor.of(kept, mailbox.validity(), now);
        List<Message> waiting = mailbox.after(cursor.uid());
        List<Inbound> items = new ArrayList<>();
        int looked = 0;
        long bytes = 0;
        while (looked < waiting.size() && items.size() < PAGE && bytes < PAGE_BYTES) {
            Message mail = waiting.get(looked++);
            if (cursor.takes(Mailbox.receivedAt(mail), mail.isSet(Flags.Flag.SEEN))) {
                LetterReader.Raw raw = mailbox.read(mail, account.address(), now);
                bytes += raw.bytes().length;
                reader.read(raw).ifPresent(items::add);
            }
            cursor = cursor.to(mailbox.uid(mail));
        }
        boolean more = looked < waiting.size() || mailbox.hasMore();
        return new Page(items, cursor.toString(), more, 1, null);
    }

    /** A mail that was read before a crash and not marked is marked with the next ones. */
    @Override
    public void committed(Account account, String contact, Page page) {
        if (page.items().isEmpty() || page.cursor() == null) {
            return;
        }
        Store store = null;
        try {
            store = new MailHost(account).store();
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            mark(inbox, page.cursor());
        } catch (MessagingException | IllegalStateException unreachable) {
            // They look unread to people until the next page.
        } finally {
            if (store != null) {
                MailHost.closeQuietly(store);
            }
        }
    }

    private static void mark(Folder inbox, String kept) throws MessagingException {
        UIDFolder uids = (UIDFolder) inbox;
        MailCursor cursor = MailCursor.of(kept, uids.getUIDValidity(), Instant.EPOCH);
        List<Message> read = new ArrayList<>();
        for (Message mail : inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
            if (uids.getUID(mail) <= cursor.uid()) {
                read.add(mail);
            }
        }
        inbox.setFlags(read.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }
}
