package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import cn.wenzheng.petition.Channel;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Answers by mail, in the thread of the mail that is answered.
 *
 * <p>All tries of one message have the same Message-ID: where one that nobody knows the fate of arrives twice, mail programs
 * show one.
 */
@Component
class MailDelivery implements Delivery {

    private static final int MOST = 50_000;

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<Means> means(Account account, boolean publicSource, String occasion) {
        return List.of(Means.MAIL);
    }

    @Override
    public TextLimit limit(Account account, Means means) {
        return new TextLimit() {
            @Override
            public int most() {
                return MOST;
            }

            @Override
            public int length(String text) {
                return text.codePointCount(0, text.length());
            }
        };
    }

    @Override
    public AfterUnknown afterUnknown(Means means) {
        return AfterUnknown.RETRY;
    }

    @Override
    public Outcome deliver(Reply reply, Account account) {
        MailHost host = new MailHost(account);
        Session session = host.sending();
        Transport transport = null;
        try {
            MimeMessage mail = OutgoingMail.of(reply, account, session);
            transport = session.getTransport();
            host.connect(transport);
            return sent(transport, mail);
        } catch (AddressException nobody) {
            return new Outcome.Refused("address", Outcome.Refused.RECIPIENT);
        } catch (AuthenticationFailedException refused) {
            return new Outcome.TokenInvalid("login");
        } catch (MessagingException nothingHasLeft) {
            return new Outcome.NotNow(null, "smtp");
        } finally {
            if (transport != null) {
                MailHost.closeQuietly(transport);
            }
        }
    }

    private static Outcome sent(Transport transport, MimeMessage mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Sent(mail.getMessageID());
        } catch (MessagingException refused) {
            return SmtpErrors.outcome(refused);
        }
    }
}
