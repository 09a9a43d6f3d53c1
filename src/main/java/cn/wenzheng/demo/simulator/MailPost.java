package cn.wenzheng.demo.simulator;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the city's mails tell citizens; each mail once, whatever is tried again. */
@Simulated("simulatedMailPost")
class MailPost {

    private final Registry registry;
    private final Replies replies;
    private final Posts posts;
    private final Behaviours behaviours;
    private final Clock clock;

    MailPost(Registry registry, Replies replies, Posts posts, Behaviours behaviours, Clock clock) {
        this.registry = registry;
        this.replies = replies;
        this.posts = posts;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    boolean isOfTheCity(String address) {
        return registry.byAddress(Platform.EMAIL, address).isPresent();
    }

    void receive(MimeMessage mail, String citizen) throws MessagingException {
        Behaviour behaviour = behaviours.of(Platform.EMAIL);
        if (behaviour.is(Switch.DOWN) || behaviours.nextError(Platform.EMAIL).isPresent()) {
            throw new MessagingException("not now");
        }
        String account = sender(mail).map(Registry.Registered::code).orElse(Registry.CITY);
        Replies.Told told = new Replies.Told(
                Platform.EMAIL,
                account,
                citizen,
                "mail",
                words(mail),
                mail.getHeader("In-Reply-To", null),
                key(mail, citizen));
        boolean isNew = replies.add(told, clock.instant()).isPresent();
        if (isNew && behaviour.is(Switch.AUTO_REPLY)) {
            robot(account, citizen, told.key());
        }
    }

    private Optional<Registry.Registered> sender(MimeMessage mail) throws MessagingException {
        return mail.getFrom() != null && mail.getFrom().length > 0 && mail.getFrom()[0] instanceof InternetAddress from
                ? registry.byAddress(Platform.EMAIL, from.getAddress())
                : Optional.empty();
    }

    private static @Nullable String key(MimeMessage mail, String citizen) throws MessagingException {
        return mail.getMessageID() == null ? null : mail.getMessageID() + " " + citizen;
    }

    private void robot(String account, String citizen, @Nullable String answered) {
        Post robot = new Post(
                posts.nextId(),
                Platform.EMAIL,
                account,
                citizen,
                citizen,
                "robot",
                "我正在休假，会尽快回复您。",
                null,
                answered,
                null,
                null,
                null,
                null,
                clock.instant(),
                false);
        posts.add(robot, robot.saidAt(), List.of());
    }

    /** The subject and the first plain text. */
    private static String words(MimeMessage mail) throws MessagingException {
        try {
            String subject = mail.getSubject() == null ? "" : mail.getSubject() + "\n\n";
            return subject + text(mail).strip();
        } catch (IOException broken) {
            throw new MessagingException("unreadable", broken);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof String words) {
            return part.isMimeType("text/plain") ? words : "";
        }
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String words = text(inner);
                if (!words.isBlank()) {
                    return words;
                }
            }
        }
        return "";
    }
}
