package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.PetitionEvent;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stops the system from deciding by itself when too much of it comes back, in the transaction of the return. */
@Component
class AloneGuard {

    private final AloneRows rows;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    AloneGuard(AloneRows rows, Journal journal, ApplicationEventPublisher events) {
        this.rows = rows;
        this.journal = journal;
        this.events = events;
    }

    @EventListener
    void returned(PetitionEvent.Returned event) {
        if (event.lead() && rows.returned(event.number(), event.at())) {
            AloneRule rule = rows.rule();
            rows.returns(rule.since(), event.at()).tooMany(rule.returnsLimit()).ifPresent(why -> stop(why, event));
        }
    }

    private void stop(OffWhy why, PetitionEvent.Returned event) {
        if (rows.switchOff(why)) {
            journal.done(
                    Actor.system(Door.ENGINE),
                    "alone-switched-off",
                    event.number(),
                    Map.of("active", true),
                    Map.of("active", false, "reason", why.code()));
            events.publishEvent(new SwitchedOff(event.number(), why, event.at()));
        }
    }
}
