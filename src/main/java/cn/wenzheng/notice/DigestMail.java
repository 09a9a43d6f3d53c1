package cn.wenzheng.notice;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Person;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The e-mail itself: figures, numbers and links, Chinese first and English below; nobody's words and nobody's name, for
 * an e-mail passes through many hands.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class DigestMail {

    /** The rest is on the page. */
    private static final int LINES = 20;

    private final JavaMailSender mail;
    private final MessageSource messages;
    private final String sender;
    private final String address;

    DigestMail(
            JavaMailSender mail,
            MessageSource messages,
            NoticeSettings settings,
            @Value("${wenzheng.address}") String address) {
        if (settings.sender() == null || settings.sender().isBlank()) {
            throw new IllegalStateException(
                    "spring.mail.host is set, so wenzheng.notice.sender must name the address the notices come from");
        }
        this.mail = mail;
        this.messages = messages;
        this.sender = settings.sender();
        this.address = address.replaceAll("/+$", "");
    }

    void send(Person person, List<Notice> notices) {
        mail.send(message -> {
            try {
                MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
                helper.setFrom(sender);
                helper.setTo(Objects.requireNonNull(person.email()));
                helper.setSubject(say("notice.mail.subject", Locale.CHINESE, notices.size()));
                helper.setText(text(notices, Locale.CHINESE) + "\n\n--\n\n" + text(notices, Locale.ENGLISH));
            } catch (MessagingException malformed) {
                throw new MailPreparationException(malformed);
            }
        });
    }

    private String text(List<Notice> notices, Locale language) {
        StringJoiner text = new StringJoiner("\n");
        text.add(say("notice.mail.first", language, notices.size())).add("");
        counts(notices)
                .forEach((kind, count) -> text.add(say("notice.mail.count", language, word(kind, language), count)));
        text.add("");
        notices.stream().limit(LINES).forEach(notice -> text.add(line(notice, language)));
        if (notices.size() > LINES) {
            text.add(say("notice.mail.more", language, notices.size() - LINES));
        }
        return text.add("")
                .add(say("notice.mail.last", language, address + "/notices"))
                .toString();
    }

    private static Map<NoticeKind, Long> counts(List<Notice> notices) {
        return notices.stream().collect(Collectors.groupingBy(Notice::kind, LinkedHashMap::new, Collectors.counting()));
    }

    private String line(Notice notice, Locale language) {
        String about = notice.about() == null ? "" : " · " + word(notice.about(), language);
        return word(notice.kind(), language) + about + " · " + which(notice, language) + "\n  " + address
                + notice.address();
    }

    private static String which(Notice notice, Locale language) {
        NoticeAccount account = notice.account();
        if (account != null) {
            return word(account.channel(), language) + " " + account.code();
        }
        return notice.slip() == null ? String.valueOf(notice.petition()) : notice.slip() + " · " + notice.petition();
    }

    private static String word(ClosedList value, Locale language) {
        return language.equals(Locale.CHINESE) ? value.zh() : value.en();
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
