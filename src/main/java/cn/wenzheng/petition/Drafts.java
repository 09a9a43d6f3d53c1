package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Half-written forms, kept on the server so that nothing is lost with a session and nothing stays in a browser. */
@Component
public class Drafts {

    /** The person's draft for a task: form keys ({@code form_…}) and what was typed; empty when there is none. */
    public Map<String, Object> of(String task, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public void save(String task, Actor actor, Map<String, Object> fields) {
        throw new UnsupportedOperationException();
    }

    /** Forgets everybody's drafts for a task that is done. */
    public void discard(String task) {
        throw new UnsupportedOperationException();
    }
}
