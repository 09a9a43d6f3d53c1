package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about a version that this node cannot read: other nodes may, so that it is kept and goes on speaking. */
@Component
class Unreadable {

    private static final Actor SYSTEM = Actor.system(Door.ENGINE);

    private final TrainingRows trainings;
    private final Journal journal;
    private final Clock clock;

    Unreadable(TrainingRows trainings, Journal journal, Clock clock) {
        this.trainings = trainings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Has what it knew learnt anew from decisions, unless that is asked for already. */
    @Transactional
    public void found(long version) {
        journal.done(SYSTEM, "model-unreadable", null, Map.of(), Map.of("version", version));
        trainings
                .ask(Origin.DECISIONS, SYSTEM.id(), clock.instant())
                .ifPresent(asked -> journal.done(
                        SYSTEM,
                        "model-training-asked",
                        null,
                        Map.of(),
                        Map.of("version", asked, "origin", Origin.DECISIONS.code())));
    }
}
