package cn.wenzheng.access;

import cn.wenzheng.organization.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a refusal in the reader's language, Chinese first. */
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence for a reader: what was not done, why, and what he can do. */
    public String of(Refusal refusal, Locale locale) {
        return of(refusal.slug(), refusal.arguments(), locale);
    }

    /**
     * The sentence under {@code refusal.<slug>}.
     *
     * @param arguments what the sentence names; a field is named as the screens name it
     */
    public String of(String slug, Object[] arguments, Locale locale) {
        Object[] named = Arrays.copyOf(arguments, arguments.length);
        if (slug.startsWith("field-") && named.length > 0) {
            named[0] = field(String.valueOf(named[0]), locale);
        }
        return messages.getMessage("refusal." + slug, named, spoken(locale));
    }

    /** A few words for a kind of answer, by its HTTP status. */
    public String title(int status, Locale locale) {
        return messages.getMessage("problem.title." + status, null, spoken(locale));
    }

    private String field(String name, Locale locale) {
        String words = messages.getMessage("field." + name, null, name, spoken(locale));
        return words == null ? name : words;
    }

    private static Locale spoken(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }
}
