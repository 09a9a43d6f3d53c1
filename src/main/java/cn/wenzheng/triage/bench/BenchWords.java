package cn.wenzheng.triage.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The sentences that the bench's script says, and the letter of each of its commands. */
@Component
class BenchWords {

    /** Letter and command, in the order of the bar at the bottom. */
    static final Map<String, String> KEYS = keys();

    private static final String PREFIX = "page.bench.";

    private final MessageSource messages;
    private final ObjectMapper json;

    BenchWords(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("t", "topic");
        keys.put("d", "unit");
        keys.put("g", "assisting");
        keys.put("x", "kind");
        keys.put("e", "urgency");
        keys.put("f", "answer");
        keys.put("r", "refuse");
        keys.put("q", "ask");
        keys.put("a", "attach");
        keys.put("s", "skip");
        return keys;
    }

    /** Every sentence under {@code page.bench.} by the rest of its key; what is to be filled in stands as {0}, {1}. */
    String all() {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> all = new TreeMap<>();
        Enumeration<String> names =
                ResourceBundle.getBundle("messages", Locale.CHINESE).getKeys();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            if (name.startsWith(PREFIX)) {
                all.put(name.substring(PREFIX.length()), messages.getMessage(name, PLACES, locale));
            }
        }
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final Object[] PLACES = {"{0}", "{1}"};
}
