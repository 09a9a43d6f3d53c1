package cn.wenzheng.demo;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionStatus;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Files the demo city's first petitions and carries each as far as it shall come, through the same counters and tasks as
 * everybody.
 *
 * <p>What happened days ago is told with the clock set back. Then the clock is right again, and a limit that is over by
 * now becomes a supervision slip by itself.
 */
@Component
@Profile("demo")
class DemoPetitions {

    private final OrganizationDesk organization;
    private final PetitionDesk desk;
    private final PetitionProcess process;
    private final PetitionSheets sheets;
    private final DemoClock clock;
    private final DemoRows rows;

    DemoPetitions(
            OrganizationDesk organization,
            PetitionDesk desk,
            PetitionProcess process,
            PetitionSheets sheets,
            DemoClock clock,
            DemoRows rows) {
        this.organization = organization;
        this.desk = desk;
        this.process = process;
        this.sheets = sheets;
        this.clock = clock;
        this.rows = rows;
    }

    void settle() {
        try {
            for (StagedPetition petition : StagedPetition.all()) {
                clock.set(rows.ahead().minus(petition.age()));
                carry(petition);
            }
        } finally {
            clock.set(rows.ahead());
        }
    }

    private void carry(StagedPetition petition) {
        String number =
                desk.receive(petition.intake(), Actor.citizen(Door.DEMO)).number();
        PetitionStatus status = sheets.citizenView(number).status();
        while (status != petition.target()) {
            take(number, petition.stepFrom(status));
            status = sheets.citizenView(number).status();
        }
    }

    private void take(String number, StagedPetition.Step step) {
        Actor actor = organization
                .person(step.account())
                .map(person -> Actor.of(person, Door.DEMO))
                .orElseThrow();
        if (!process.complete(number, step.task(), step.unit(), step.command(), actor)) {
            throw new IllegalStateException(number + " does not stand at " + step.task());
        }
    }
}
