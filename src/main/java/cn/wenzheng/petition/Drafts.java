package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Half-written forms, kept on the server so that nothing is lost with a session and nothing stays in a browser. */
@Component
public class Drafts {

    /** The most characters of one draft, all fields together: two long texts and some notes. */
    private static final int MOST = 60_000;

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The person's draft for a task: form keys ({@code form_…}) and what was typed; empty when there is none. */
    public Map<String, Object> of(String task, Actor actor) {
        return jdbc.sql("SELECT fields FROM draft WHERE task = ? AND person = ?")
                .params(task, actor.id())
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(Map.of());
    }

    /** Keeps what was typed so far in place of the earlier draft. */
    public void save(String task, String petition, Actor actor, Map<String, Object> fields) {
        String draft = write(fields);
        if (draft.length() > MOST) {
            throw Refusal.invalid("draft", "draft-too-long", MOST);
        }
        if (draft.contains("\\u0000")
                || !fields.keySet().stream().allMatch(key -> key.matches("form_[A-Za-z]{1,40}"))) {
            throw Refusal.invalid("draft", "draft-malformed");
        }
        jdbc.sql("""
                INSERT INTO draft (task, person, petition, fields, saved_at) VALUES (?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (task, person) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at""")
                .params(task, actor.id(), petition, draft, Timestamp.from(clock.instant()))
                .update();
    }

    /** Forgets one person's draft. */
    public void discard(String task, Actor actor) {
        jdbc.sql("DELETE FROM draft WHERE task = ? AND person = ?")
                .params(task, actor.id())
                .update();
    }

    /** Forgets everybody's drafts for a task that is done. */
    public void discard(String task) {
        jdbc.sql("DELETE FROM draft WHERE task = ?").param(task).update();
    }

    private Map<String, Object> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft that was written cannot be read", impossible);
        }
    }

    private String write(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft that was read cannot be written", impossible);
        }
    }
}
