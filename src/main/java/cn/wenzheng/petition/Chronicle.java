package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.delivery.AnswerDelivery;
import cn.wenzheng.petition.delivery.AnswerDelivery.Occasion;
import cn.wenzheng.petition.delivery.Precedence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happened to a petition where it has to stand: timeline, journal, the house's events, and the citizen's ear. */
@Component
class Chronicle {

    /** What the citizen not only finds on his page but is told where he spoke. */
    private static final Map<TimelineEvent, Occasion> SAID_TO_THE_CITIZEN = Map.of(
            TimelineEvent.ACCEPTED, Occasion.FIRST_ANSWER,
            TimelineEvent.REFUSED, Occasion.REFUSAL,
            TimelineEvent.MESSAGE_TO_CITIZEN, Occasion.MESSAGE,
            TimelineEvent.QUESTION, Occasion.QUESTION,
            TimelineEvent.ASKED_BACK, Occasion.QUESTION,
            TimelineEvent.ANSWERED_AT_ONCE, Occasion.ANSWER,
            TimelineEvent.EXTENDED, Occasion.EXTENSION,
            TimelineEvent.REVIEWED, Occasion.ANSWER);

    private final PetitionRows rows;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<AnswerDelivery> delivery;

    Chronicle(
            PetitionRows rows,
            Journal journal,
            ApplicationEventPublisher events,
            ObjectProvider<AnswerDelivery> delivery) {
        this.rows = rows;
        this.journal = journal;
        this.events = events;
        this.delivery = delivery;
    }

    /** One thing that happened, as it is told. */
    static final class Happening {

        private final TimelineEvent event;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private @Nullable String unit;
        private @Nullable String text;
        private @Nullable String note;
        private @Nullable Instant saidAt;
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

        /** When it was said, where it came in later. */
        Happening saidAt(@Nullable Instant moment) {
            saidAt = moment;
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
        rows.addEntry(
                petition.number,
                at,
                what.saidAt == null || what.saidAt.isAfter(at) ? null : what.saidAt,
                what.event,
                what.unit,
                actor.id(),
                what.forCitizen,
                what.text,
                what.note);
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
        Occasion told = SAID_TO_THE_CITIZEN.get(what.event);
        if (told != null && what.text != null) {
            carry(petition, told, what.text, what.unit, at);
        }
    }

    /** That petitions have come in: as many statements for all of them as for one. */
    void tellReceived(List<Petition> petitions, Instant at, Actor actor) {
        Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
        for (Petition petition : petitions) {
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("status", petition.status.code());
            after.put("round", petition.round);
            after.put("channel", petition.channel.code());
            if (petition.cameBy != null) {
                after.put("cameBy", petition.cameBy);
            }
            after.put("backlog", petition.backlog);
            facts.put(petition.number, after);
        }
        rows.addReceived(facts.keySet(), at, actor.id());
        journal.doneWithEach(actor, "petition-" + TimelineEvent.RECEIVED.code(), facts);
    }

    /** Takes words to where the citizen spoke. */
    void carry(Petition petition, Occasion told, String text, @Nullable String unit, Instant at) {
        delivery.ifAvailable(carrier -> carrier.tell(new AnswerDelivery.Message(
                petition.number,
                petition.channel,
                told,
                text,
                unit,
                Precedence.of(told, at.equals(petition.firstAnsweredAt), petition.matter != null),
                petition.cameBy == CameBy.PASTED,
                at)));
    }

    /** How the petitioner calls himself where he spoke; null where he has no name there. */
    @Nullable
    String nameThere(String petition) {
        return delivery.stream()
                .flatMap(carrier -> carrier.nameThere(petition).stream())
                .findFirst()
                .orElse(null);
    }

    /** These words as the petitioner reads them where he spoke: in the open nothing of it that names a person. */
    String asReadThere(String petition, String words) {
        return delivery.stream()
                .flatMap(carrier -> carrier.preview(petition, words).stream())
                .map(AnswerDelivery.Preview::text)
                .findFirst()
                .orElse(words);
    }

    /** As {@link #announce(PetitionEvent)}, and what concerns a petition of a matter concerns the matter. */
    void announce(Petition petition, PetitionEvent event) {
        announce(event);
        if (petition.matter != null) {
            announce(new PetitionEvent.InMatter(petition.matter, event));
        }
    }

    void announce(PetitionEvent event) {
        events.publishEvent(event);
    }
}
