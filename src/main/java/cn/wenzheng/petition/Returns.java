package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Chronicle.Happening;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes back what units say is not theirs (退单). */
@Component
class Returns {

    private final PetitionRows rows;
    private final PartRows partRows;
    private final Deadlines deadlines;
    private final ReturnRules returnRules;
    private final Standstill standstill;
    private final Chronicle chronicle;
    private final OrganizationDesk organization;
    private final Clock clock;

    Returns(
            PetitionRows rows,
            PartRows partRows,
            Deadlines deadlines,
            ReturnRules returnRules,
            Standstill standstill,
            Chronicle chronicle,
            OrganizationDesk organization,
            Clock clock) {
        this.rows = rows;
        this.partRows = partRows;
        this.deadlines = deadlines;
        this.returnRules = returnRules;
        this.standstill = standstill;
        this.chronicle = chronicle;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Takes a unit's statement that the petition is not its own. When it was the lead, that ends all parts; after the
     * return that the rule names, the supervision office is asked.
     *
     * @param rulingPossible false for a petition whose process knows no ruling yet
     */
    AfterReturn returned(
            Petition petition, String unit, PetitionCommand.NotOurs command, boolean rulingPossible, Actor actor) {
        String number = petition.number;
        Instant now = clock.instant();
        standstill.endIfPaused(petition, MoveCause.UNIT_ACTED, now, actor);
        petition.requireInHand();
        List<Assignment> open = partRows.open(number);
        Assignment part = Assignment.of(unit, open);
        PetitionStatus before = petition.status;
        part.giveBack(command, now);
        AfterReturn next = AfterReturn.OTHERS_GO_ON;
        if (part.isLead()) {
            next = takeBackAll(petition, open, rulingPossible, now);
        } else {
            deadlines.end(number, Stage.HANDLING, unit, now);
        }
        partRows.save(part.isLead() ? open : List.of(part));
        Happening returned = new Happening(TimelineEvent.RETURNED)
                .at(unit)
                .note(command.note())
                .fact("duty", part.duty.code())
                .fact("ground", command.ground().code());
        chronicle.tell(petition, before, returned, now, actor);
        chronicle.announce(new PetitionEvent.Returned(number, unit, part.isLead(), command.ground(), now));
        if (next == AfterReturn.RULE) {
            chronicle.announce(new PetitionEvent.RulingAsked(number, now));
        }
        return next;
    }

    private AfterReturn takeBackAll(Petition petition, List<Assignment> open, boolean rulingPossible, Instant now) {
        open.stream().filter(Assignment::isOpen).forEach(part -> part.end(AssignmentState.REASSIGNED, now));
        petition.returned(now);
        boolean rule = rulingPossible && petition.returns >= returnRules.now().returns();
        if (rule) {
            petition.askForRuling(now);
        }
        rows.update(petition);
        partRows.takeBackAnswered(petition.number);
        rows.forgetDrafts(petition.number);
        deadlines.end(petition.number, Stage.HANDLING, null, now);
        deadlines.start(List.of(petition.limit(rule ? Stage.ARBITRATION : Stage.ASSIGNMENT, centre(), now)));
        return rule ? AfterReturn.RULE : AfterReturn.ASSIGN_ANEW;
    }

    private String centre() {
        return organization.centre().code();
    }
}
