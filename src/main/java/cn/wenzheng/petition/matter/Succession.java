package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Membership;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.matter.MatterRows.Kept;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who leads a matter when its leading member has left it before the answer: the most urgent of those who wait, of equals the
 * one that joined first, or nobody.
 */
@Component
class Succession {

    private static final Actor HOUSE = Actor.system(Door.ENGINE);

    private final MatterRows rows;
    private final Membership petitions;
    private final ObjectProvider<MatterProcess> process;
    private final Journal journal;
    private final Clock clock;

    Succession(
            MatterRows rows,
            Membership petitions,
            ObjectProvider<MatterProcess> process,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.petitions = petitions;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /** The same units go on with the next one's petition, and their time goes on with it. */
    void succeed(Kept matter) {
        Optional<String> next = petitions.heldMostUrgent(matter.number());
        next.ifPresentOrElse(petition -> succeed(matter, petition), () -> dissolve(matter));
    }

    private void succeed(Kept matter, String next) {
        Optional<PetitionCommand.Assign> again = petitions.assignmentOf(matter.lead(), matter.number());
        rows.lead(matter, next);
        petitions.takesTheLead(next, HOUSE);
        process.getObject().left(next);
        again.ifPresent(command -> process.getObject().assign(next, command));
        journal.done(
                HOUSE,
                "matter-lead-changed",
                next,
                Map.of("lead", matter.lead()),
                Map.of("lead", next, "matter", matter.number()));
    }

    /**
     * A matter whose only member is the leading one was opened for nothing.
     *
     * @return true when it is no matter any more
     */
    boolean dissolveIfAlone(Kept matter) {
        boolean alone = matter.isInHand() && rows.inTurn(matter.number(), 1).isEmpty();
        if (alone) {
            rows.leave(matter.number(), matter.lead(), Leaving.SPLIT_OFF, clock.instant());
            petitions.standsAlone(matter.lead());
            process.getObject().mark(matter.lead(), null);
            dissolve(matter);
        }
        return alone;
    }

    private void dissolve(Kept matter) {
        rows.end(matter.number(), MatterState.DISSOLVED, clock.instant());
        process.getObject().dissolve(matter.number());
        journal.done(HOUSE, "matter-dissolved", matter.lead(), Map.of(), Map.of("matter", matter.number()));
    }
}
