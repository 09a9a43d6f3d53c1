package cn.wenzheng.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a journal entry in the reader's words. */
@Component
class TrailWords {

    private final FactWords facts;
    private final MessageSource messages;
    private final ObjectMapper json;

    TrailWords(FactWords facts, MessageSource messages, ObjectMapper json) {
        this.facts = facts;
        this.messages = messages;
        this.json = json;
    }

    Trail.Line line(AuditEntry entry, Locale locale) {
        return new Trail.Line(
                entry,
                action(entry.action(), locale),
                entry.reason() == null ? null : sentence(entry.reason(), locale),
                told(entry.before(), locale),
                told(entry.after(), locale));
    }

    /** What was refused is named by the last word of its route, the same word as the button's. */
    private String action(String action, Locale locale) {
        String button = say("page.action.", action, locale);
        return button.equals(action) ? say("journal.", action, locale) : button;
    }

    /** The journal keeps a refusal's name alone, not what its sentence had filled in. */
    private String sentence(String reason, Locale locale) {
        return say("refusal.", reason, locale).replaceAll("\\{[^}]*}", "…");
    }

    private String say(String prefix, String key, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + key, null, key, locale));
    }

    private Map<String, String> told(@Nullable String object, Locale locale) {
        Map<String, String> told = new LinkedHashMap<>();
        read(object).forEach((key, value) -> {
            String words = facts.value(key, value, locale);
            if (!words.isEmpty()) {
                told.put(facts.name(key, locale), words);
            }
        });
        return told;
    }

    private Map<String, Object> read(@Nullable String object) {
        try {
            return object == null ? Map.of() : json.readValue(object, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a journal line is no JSON object", broken);
        }
    }
}
