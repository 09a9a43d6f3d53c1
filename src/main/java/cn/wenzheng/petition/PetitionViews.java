package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists a person comes back to every day: filters and order under a name of his own. Nobody sees another's. */
@Component
public class PetitionViews {

    /** As many as fit above a list. */
    private static final int MOST = 20;

    private static final int LONGEST_NAME = 30;

    private final JdbcClient jdbc;
    private final Journal journal;

    PetitionViews(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * A list under a name.
     *
     * @param query the list's address after the question mark
     */
    public record PetitionView(long id, String name, String query) {}

    /** The person's views, the oldest first. */
    public List<PetitionView> of(Actor actor) {
        return jdbc.sql("SELECT id, name, query FROM petition_view WHERE person = ? ORDER BY id")
                .param(actor.id())
                .query(PetitionView.class)
                .list();
    }

    /** Keeps a list under a name the person has not used yet. */
    @Transactional
    public PetitionView save(@Nullable String name, String query, Actor actor) {
        String given = Limits.required("name", name, LONGEST_NAME);
        if (query.isEmpty()) {
            throw Refusal.invalid("name", "view-of-everything");
        }
        if (of(actor).size() >= MOST) {
            throw Refusal.conflict("views-too-many", MOST);
        }
        long id = insert(given, query, actor);
        journal.done(actor, "view-saved", null, Map.of(), Map.of("view", id));
        return new PetitionView(id, given, query);
    }

    private long insert(String name, String query, Actor actor) {
        try {
            return jdbc.sql("INSERT INTO petition_view (person, name, query) VALUES (?, ?, ?) RETURNING id")
                    .params(actor.id(), name, query)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("view-name-taken", name);
        }
    }

    /** Forgets a view; one of somebody else does not exist. */
    @Transactional
    public void remove(long id, Actor actor) {
        int removed = jdbc.sql("DELETE FROM petition_view WHERE id = ? AND person = ?")
                .params(id, actor.id())
                .update();
        if (removed == 0) {
            throw Refusal.notFound();
        }
        journal.done(actor, "view-removed", null, Map.of("view", id), Map.of());
    }
}
