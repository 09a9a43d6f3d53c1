package cn.wenzheng.process.completed;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a task's form, taken out of the engine.
 *
 * <p>Tasklist sends an empty field as {@code ""}, as null, as an empty list or not at all: all of these are absent here.
 */
final class Form {

    private final Map<String, Object> values;

    private Form(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads the form's fields and removes them, so that nothing of them stays in the engine. */
    static Form takenFrom(DelegateTask task, Set<String> fields) {
        Map<String, Object> values = new HashMap<>();
        Set<String> sent = task.getVariableNames();
        for (String field : fields) {
            String key = FormKeys.of(field);
            if (sent.contains(key)) {
                Object value = task.getVariable(key);
                if (value != null && !"".equals(value)) {
                    values.put(field, value);
                }
                task.removeVariable(key);
            }
        }
        return new Form(values);
    }

    /**
     * Whether the form ends in its second command, as its decision says; without one, the command whose field is filled.
     *
     * @param first the decision's code for the first command
     * @param second the decision's code for the second command
     * @param tellTale a field that only the second command has
     */
    boolean decides(String first, String second, String tellTale) {
        String decision = text(FormKeys.DECISION);
        if (decision == null) {
            return values.containsKey(tellTale);
        }
        if (!decision.equals(first) && !decision.equals(second)) {
            throw malformed(FormKeys.DECISION);
        }
        return decision.equals(second);
    }

    /**
     * How the form ends, of several ways: as its decision says; without one, the way whose field is filled.
     *
     * @param usual the way that needs no field of its own
     * @param tellTales the other ways, each with a field that only it has
     */
    String decision(String usual, Map<String, String> tellTales) {
        String decision = text(FormKeys.DECISION);
        if (decision == null) {
            return tellTales.entrySet().stream()
                    .filter(way -> values.containsKey(way.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(usual);
        }
        if (!decision.equals(usual) && !tellTales.containsKey(decision)) {
            throw malformed(FormKeys.DECISION);
        }
        return decision;
    }

    @Nullable
    String text(String field) {
        Object value = values.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw malformed(field);
    }

    @Nullable
    Boolean flag(String field) {
        Object value = values.get(field);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf((String) value);
        }
        throw malformed(field);
    }

    @Nullable
    Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw malformed(field);
        }
    }

    <E extends Enum<E> & ClosedList> @Nullable E choice(String field, Class<E> list) {
        String code = text(field);
        if (code == null) {
            return null;
        }
        return Stream.of(list.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field-not-in-list", field, codes(list)));
    }

    private static <E extends Enum<E> & ClosedList> String codes(Class<E> list) {
        return Stream.of(list.getEnumConstants()).map(ClosedList::code).collect(Collectors.joining(", "));
    }

    List<String> texts(String field) {
        Object value = values.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SpinJsonNode json) || !json.isArray()) {
            throw malformed(field);
        }
        SpinList<SpinJsonNode> elements = json.elements();
        List<String> texts = new ArrayList<>();
        for (SpinJsonNode element : elements) {
            if (!element.isString()) {
                throw malformed(field);
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    private static Refusal malformed(String field) {
        return Refusal.invalid(field, "field-malformed", field);
    }
}
