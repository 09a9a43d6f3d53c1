package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** Writes the city's mails: plain text, in the citizen's thread, and no sign of anybody's in a header that could end it. */
final class OutgoingMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private OutgoingMail() {}

    /** A mail whose name stays as it was given. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** @throws AddressException when the person has no address that a mail can go to */
    static MimeMessage of(Reply reply, Account account, Session session) throws MessagingException {
        MimeMessage mail = new Named(session, MailIds.own(reply.key(), reply.petition(), account.address()));
        mail.setFrom(from(account));
        mail.setRecipient(RecipientType.TO, to(reply.contact().person()));
        mail.setSubject(line(reply.subject()), UTF_8);
        mail.setSentDate(Date.from(reply.now()));
        thread(mail, reply.contact());
        if (reply.occasion().equalsIgnoreCase(Occasion.RECEIPT.name())) {
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        mail.setText(reply.text(), UTF_8);
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress from(Account account) throws MessagingException {
        InternetAddress from = new InternetAddress(account.address(), true);
        try {
            from.setPersonal(line(account.name()), UTF_8);
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        return from;
    }

    private static InternetAddress to(String person) throws AddressException {
        InternetAddress[] one = InternetAddress.parse(person, true);
        boolean plain =
                one.length == 1 && !one[0].isGroup() && person.equals(one[0].getAddress()) && person.contains("@");
        if (!plain) {
            throw new AddressException("not one address");
        }
        return one[0];
    }

    private static void thread(MimeMessage mail, Reply.Contact contact) throws MessagingException {
        String answered = MailIds.messageId(contact.inReplyTo());
        if (answered == null) {
            return;
        }
        List<String> root = MailIds.in(contact.conversationKey());
        mail.setHeader("In-Reply-To", answered);
        mail.setHeader(
                "References",
                root.isEmpty() || root.get(0).equals(answered) ? answered : root.get(0) + "\r\n " + answered);
    }

    private static String line(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
