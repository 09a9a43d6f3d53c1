package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.OneHand;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Puts citizens' mails into the city's mailboxes of this node.
 *
 * <p>Mailboxes are in memory: a node that starts fills them anew with the last two days. Who reads them knows each mail by
 * its Message-ID, as with every mail server that has lost its numbering.
 */
@Simulated("simulatedMailHand")
class MailHand extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int SUBJECT = 20;
    private static final int MOST = 200;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Posts posts;
    private final Registry registry;
    private final Gallery gallery;
    private final Replies replies;
    private final MailServer server;
    private final Behaviours behaviours;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());
    private long last;

    MailHand(
            Posts posts,
            Registry registry,
            Gallery gallery,
            Replies replies,
            MailServer server,
            Behaviours behaviours,
            Clock clock) {
        super("simulated-mail", LOOK);
        this.posts = posts;
        this.registry = registry;
        this.gallery = gallery;
        this.replies = replies;
        this.server = server;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        List<Post> waiting = posts.after(Platform.EMAIL, last, MOST);
        if (waiting.isEmpty() || behaviours.of(Platform.EMAIL).is(Switch.DOWN)) {
            return false;
        }
        waiting.forEach(this::take);
        return true;
    }

    private void take(Post post) {
        if (post.saidAt().isAfter(clock.instant().minus(KEPT))) {
            deliver(post);
        }
        last = post.id();
    }

    private void deliver(Post post) {
        String mailbox = registry.find(Platform.EMAIL, post.account()).address();
        try {
            MimeMessage mail = mail(post, mailbox);
            server.deliver(mail, mailbox);
            if (behaviours.of(Platform.EMAIL).is(Switch.DUPLICATE)) {
                server.deliver(new MimeMessage(mail), mailbox);
            }
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    MimeMessage mail(Post post, String mailbox) throws MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + post.id() + "@citizens.example>");
            }
        };
        mail.setFrom(post.person());
        mail.setRecipients(Message.RecipientType.TO, mailbox);
        mail.setSubject(subject(post.text()), UTF_8);
        mail.setSentDate(Date.from(post.saidAt()));
        String answered = answered(post.replyTo());
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered);
            mail.setHeader("References", answered);
        }
        if (post.is("robot")) {
            mail.setHeader("Auto-Submitted", "auto-replied");
        }
        fill(mail, post);
        mail.saveChanges();
        return mail;
    }

    /** A citizen answers the mail he has, by its Message-ID. */
    private @Nullable String answered(@Nullable String replyTo) {
        if (replyTo == null) {
            return null;
        }
        String key = replyTo.matches("[0-9]{1,18}")
                ? replies.key(Platform.EMAIL, Long.parseLong(replyTo)).orElse(replyTo)
                : replyTo;
        return key.replaceFirst(" .*", "");
    }

    private static String subject(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT));
    }

    private void fill(MimeMessage mail, Post post) throws MessagingException {
        if (post.media() == null) {
            mail.setText(post.text(), UTF_8);
            return;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(post.text(), UTF_8);
        MimeMultipart parts = new MimeMultipart(words);
        gallery.find(post.media()).ifPresent(piece -> attach(parts, piece));
        mail.setContent(parts);
    }

    private static void attach(MimeMultipart parts, Gallery.Piece piece) {
        try {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(piece.bytes(), piece.type())));
            file.setFileName("photo.png");
            parts.addBodyPart(file);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
