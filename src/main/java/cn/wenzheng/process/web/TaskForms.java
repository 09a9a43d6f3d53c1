package cn.wenzheng.process.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.process.Words;
import cn.wenzheng.process.completed.Completed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a task's form shows and takes.
 *
 * <p>Shown are the lists it chooses from and the person's draft, never the process' variables; taken are the fields of the
 * form and nothing else, so that nobody sets what the diagram reads.
 */
@Component
class TaskForms {

    /** More than three answers of the greatest length, in UTF-8. */
    private static final int MOST_BYTES = 500_000;

    private final PetitionProcess process;
    private final Map<String, Completed> byWord;
    private final FormLists lists;
    private final Drafts drafts;
    private final ObjectMapper json;

    TaskForms(PetitionProcess process, List<Completed> completed, FormLists lists, Drafts drafts, ObjectMapper json) {
        this.process = process;
        this.byWord =
                completed.stream().collect(Collectors.toMap(task -> Words.ofTask(task.element()), Function.identity()));
        this.lists = lists;
        this.drafts = drafts;
        this.json = json;
    }

    /** The answer to Tasklist's question for a form's variables. */
    Map<String, FormValue> variables(String id, Actor actor) {
        OpenTask task = process.task(id, actor).orElseThrow(Refusal::notFound);
        Map<String, FormValue> variables = new TreeMap<>();
        lists.of(task.task()).forEach((name, options) -> variables.put(name, FormValue.json(write(options))));
        Set<String> keys = keysOf(task);
        drafts.of(id, actor).forEach((key, value) -> {
            if (keys.contains(key)) {
                variables.put(key, value instanceof List<?> ? FormValue.json(write(value)) : FormValue.plain(value));
            }
        });
        return variables;
    }

    /** The body of a submission, written anew from the fields the form has. */
    byte[] submission(String id, HttpServletRequest request, Actor actor) throws IOException {
        OpenTask task = process.task(id, actor).orElseThrow(Refusal::notFound);
        if (task.assignee() != null && !task.assignee().equals(actor.id())) {
            throw Refusal.conflict("task-held-by-colleague");
        }
        JsonNode sent = body(request).path("variables");
        Set<String> keys = keysOf(task);
        Map<String, FormValue> fields = new TreeMap<>();
        sent.fields().forEachRemaining(field -> {
            if (!keys.contains(field.getKey())) {
                throw Refusal.invalid(field.getKey(), "unknown-field", field.getKey());
            }
            fields.put(field.getKey(), field(field.getKey(), field.getValue()));
        });
        return json.writeValueAsBytes(Map.of("variables", fields));
    }

    /** The body of a claim: whoever is logged in claims for himself. */
    byte[] claim(String id, Actor actor) throws IOException {
        process.task(id, actor).orElseThrow(Refusal::notFound);
        return json.writeValueAsBytes(Map.of("userId", actor.id()));
    }

    private Set<String> keysOf(OpenTask task) {
        Completed form = byWord.get(task.task());
        return form == null ? Set.of() : form.formKeys();
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.invalid("body", "body-too-large");
        }
        try {
            return json.readTree(body);
        } catch (JsonProcessingException broken) {
            throw Refusal.invalid("body", "malformed");
        }
    }

    private FormValue field(String key, JsonNode sent) {
        JsonNode value = sent.path("value");
        JsonNode list = sent.path("type").asText().equals("Json") ? parsed(key, value) : value;
        if (list.isArray()) {
            list.forEach(element -> require(key, element.isTextual()));
            return FormValue.json(list.toString());
        }
        require(key, value.isTextual() || value.isBoolean() || value.isNull() || value.isMissingNode());
        return FormValue.plain(value.isTextual() ? value.asText() : value.isBoolean() ? value.asBoolean() : null);
    }

    private JsonNode parsed(String key, JsonNode value) {
        try {
            return value.isTextual() ? json.readTree(value.asText()) : value;
        } catch (JsonProcessingException broken) {
            throw Refusal.invalid(key, "field-malformed", key);
        }
    }

    private static void require(String key, boolean allowed) {
        if (!allowed) {
            throw Refusal.invalid(key, "field-malformed", key);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
