package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Outcome;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusal means. What it said about the person himself goes before what it said about the mail. */
final class SmtpErrors {

    private static final Pattern ENHANCED = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private SmtpErrors() {}

    static Outcome outcome(MessagingException refused) {
        Outcome whole = new Outcome.Unknown("no-answer");
        for (Exception each = refused; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException person) {
                return of(person.getReturnCode(), person.getMessage());
            }
            if (each instanceof SMTPSenderFailedException sender) {
                whole = of(sender.getReturnCode(), sender.getMessage());
            } else if (each instanceof SMTPSendFailedException mail) {
                whole = of(mail.getReturnCode(), mail.getMessage());
            }
        }
        return whole;
    }

    private static @Nullable Exception next(Exception failed) {
        return failed instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** Without a code the connection has ended in the middle, and nobody knows what the server has kept. */
    private static Outcome of(int code, @Nullable String said) {
        if (code / 100 == 4) {
            return new Outcome.NotNow(null, "smtp-" + code);
        }
        if (code / 100 != 5) {
            return new Outcome.Unknown("no-answer");
        }
        Matcher enhanced = ENHANCED.matcher(said == null ? "" : said);
        boolean gone = enhanced.find()
                && enhanced.group(1).equals("5")
                && enhanced.group(2).equals("1");
        return gone ? new Outcome.TargetGone("smtp-" + code) : new Outcome.Refused("smtp-" + code, "content");
    }
}
