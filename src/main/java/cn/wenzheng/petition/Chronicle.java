package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happened to a petition where it has to stand: timeline, journal, and the house's events. */
@Component
class Chronicle {

    private final PetitionRows rows;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Chronicle(PetitionRows rows, Journal journal, ApplicationEventPublisher events) {
        this.rows = rows;
        this.journal = journal;
        this.events = events;
    }

    /** One thing that happened, as it is told. */
    static final class Happening {

        private final TimelineEvent event;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private @Nullable String unit;
        private @Nullable String text;
        private @Nullable String note;
        private boolean forCitizen;

        Happening(TimelineEvent event) {
            this.event = event;
        }

        Happening at(@Nullable String unitCode) {
            unit = unitCode;
            return unitCode == null ? this : fact("unit", unitCode);
        }

        /** The citizen sees that it happened. */
        Happening citizenSees() {
            forCitizen = true;
            return this;
        }

        /** The citizen reads these words. */
        Happening citizenReads(@Nullable String words) {
            text = words;
            return citizenSees();
        }

        Happening note(@Nullable String words) {
            note = words;
            return this;
        }

        /** A fact for the journal: an id, a code, a yes or no; never anybody's words. */
        Happening fact(String key, @Nullable Object value) {
            if (value != null) {
                facts.put(key, value);
            }
            return this;
        }
    }

    void tell(Petition petition, @Nullable PetitionStatus before, Happening what, Instant at, Actor actor) {
        rows.addEntry(petition.number, at, what.event, what.unit, actor.id(), what.forCitizen, what.text, what.note);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", petition.status.code());
        after.put("round", petition.round);
        after.putAll(what.facts);
        journal.done(
                actor,
                "petition-" + what.event.code(),
                petition.number,
                before == null ? Map.of() : Map.of("status", before.code()),
                after);
    }

    void announce(PetitionEvent event) {
        events.publishEvent(event);
    }
}
