package cn.wenzheng.triage.model;

import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Suggestions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what people decide, in the transaction in which they do: confirmed or corrected, each decision is a lesson. */
@Component
class Lessons {

    private final ExampleRows rows;
    private final ObjectProvider<Suggestions> suggestions;

    Lessons(ExampleRows rows, ObjectProvider<Suggestions> suggestions) {
        this.rows = rows;
        this.suggestions = suggestions;
    }

    @EventListener
    void accepted(PetitionEvent.Accepted event) {
        decided(event.number(), event.category(), event.at());
    }

    @EventListener
    void answeredAtOnce(PetitionEvent.AnsweredAtOnce event) {
        decided(event.number(), null, event.at());
    }

    @EventListener
    void attached(PetitionEvent.Attached event) {
        decided(event.number(), null, event.at());
    }

    private void decided(String number, @Nullable String category, Instant at) {
        Suggestions made = suggestions.getIfAvailable();
        Suggestion suggestion = made == null ? null : made.of(number).orElse(null);
        rows.decided(number, category, suggestion, at);
    }

    @EventListener
    void assigned(PetitionEvent.Assigned event) {
        rows.given(event.number(), event.lead());
    }

    @EventListener
    void reassigned(PetitionEvent.Reassigned event) {
        rows.givenAnew(event.number(), event.lead());
    }

    @EventListener
    void classifiedAnew(PetitionEvent.ClassifiedAnew event) {
        rows.classifiedAnew(event.number(), event.category(), event.at());
    }

    /** An assisting unit that sends its part back says nothing about the topic. */
    @EventListener
    void returned(PetitionEvent.Returned event) {
        if (event.lead()) {
            rows.returned(event.number(), event.unit());
        }
    }

    /** What was taken back was never decided. */
    @EventListener
    void undone(PetitionEvent.DecisionUndone event) {
        rows.forget(event.number());
    }

    @EventListener
    void withdrawn(PetitionEvent.Withdrawn event) {
        rows.forget(event.number());
    }
}
