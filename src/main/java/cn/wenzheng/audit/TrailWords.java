package cn.wenzheng.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells a journal entry in the reader's words. */
@Component
class TrailWords {

    private final MessageSource messages;
    private final ObjectMapper json;

    TrailWords(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    Trail.Line line(AuditEntry entry) {
        return new Trail.Line(
                entry,
                say("journal.", entry.action()),
                entry.reason() == null ? null : sentence(entry.reason()),
                facts(entry.before()),
                facts(entry.after()));
    }

    /** The journal keeps a refusal's name alone, not what its sentence had filled in. */
    private String sentence(String reason) {
        return say("refusal.", reason).replaceAll("\\{[^}]*}", "…");
    }

    private String say(String prefix, String key) {
        return String.valueOf(messages.getMessage(prefix + key, null, key, LocaleContextHolder.getLocale()));
    }

    private Map<String, Object> facts(@Nullable String object) {
        try {
            return object == null ? Map.of() : json.readValue(object, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a journal line is no JSON object", broken);
        }
    }
}
