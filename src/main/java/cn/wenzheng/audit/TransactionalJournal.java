package cn.wenzheng.audit;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the journal: what was done stands and falls with the change, what was refused stands alone. */
@Component
class TransactionalJournal implements Journal {

    private final JournalRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    TransactionalJournal(JournalRows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(
            Actor actor, String action, @Nullable String petition, Map<String, ?> before, Map<String, ?> after) {
        rows.insert(
                new JournalRows.Line(
                        actor, action, petition, clock.instant(), Outcome.DONE, null, text(before), text(after)),
                Subjects.of(actor, before, after));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void doneWithEach(Actor actor, String action, Map<String, ? extends Map<String, ?>> after) {
        Map<Subjects, Map<String, String>> alike = new LinkedHashMap<>();
        after.forEach((petition, facts) -> alike.computeIfAbsent(
                        Subjects.of(actor, Map.of(), facts), subjects -> new LinkedHashMap<>())
                .put(petition, text(facts)));
        alike.forEach((subjects, facts) -> rows.insertEach(actor, action, clock.instant(), facts, subjects));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, String action, @Nullable String petition, String reason) {
        rows.insert(
                new JournalRows.Line(actor, action, petition, clock.instant(), Outcome.REFUSED, reason, null, null),
                Subjects.of(actor, Map.of(), Map.of()));
    }

    private String text(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("facts of a journal entry are ids, codes and instants", impossible);
        }
    }
}
