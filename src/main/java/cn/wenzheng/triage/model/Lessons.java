package cn.wenzheng.triage.model;

import cn.wenzheng.petition.PetitionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what people decide, in the transaction in which they do: confirmed or corrected, each decision is a lesson. */
@Component
class Lessons {

    private final ExampleRows rows;

    Lessons(ExampleRows rows) {
        this.rows = rows;
    }

    @EventListener
    void accepted(PetitionEvent.Accepted event) {
        rows.accepted(event.number(), event.category(), event.at());
    }

    @EventListener
    void assigned(PetitionEvent.Assigned event) {
        rows.given(event.number(), event.lead());
    }

    @EventListener
    void reassigned(PetitionEvent.Reassigned event) {
        rows.given(event.number(), event.lead());
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

    @EventListener
    void withdrawn(PetitionEvent.Withdrawn event) {
        rows.forget(event.number());
    }
}
