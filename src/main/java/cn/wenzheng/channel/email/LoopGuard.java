package cn.wenzheng.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells mails that a machine has written: they are no petition, and nobody answers them. */
final class LoopGuard {

    private static final Pattern MACHINE = Pattern.compile("(mailer-daemon|postmaster)@.*");
    private static final Pattern LISTS = Pattern.compile("(bulk|junk|list)\\b.*");

    private LoopGuard() {}

    static boolean ignores(MimeMessage mail, String sender, String mailbox) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        String path = header(mail, "Return-Path");
        return submitted != null && !submitted.split("[;\\s]", 2)[0].equals("no")
                || LISTS.matcher(String.valueOf(header(mail, "Precedence"))).matches()
                || path != null && (path.isEmpty() || path.equals("<>"))
                || header(mail, "List-Id") != null
                || header(mail, "X-Autoreply") != null
                || header(mail, "X-Autorespond") != null
                || String.valueOf(header(mail, "Content-Type")).startsWith("multipart/report")
                || sender.equalsIgnoreCase(mailbox)
                || MACHINE.matcher(sender.toLowerCase(Locale.ROOT)).matches();
    }

    private static @Nullable String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    }
}
