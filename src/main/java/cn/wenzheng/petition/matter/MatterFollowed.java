package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Membership;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.PetitionEvent.InMatter;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.TimelineEvent;
import cn.wenzheng.petition.matter.MatterRows.Kept;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to one member happens to its matter, in the same transaction. */
@Component
class MatterFollowed {

    private static final Actor HOUSE = Actor.system(Door.ENGINE);

    private final MatterRows rows;
    private final Membership petitions;
    private final Succession succession;
    private final MatterAnswers answers;
    private final ObjectProvider<MatterProcess> process;
    private final Journal journal;

    MatterFollowed(
            MatterRows rows,
            Membership petitions,
            Succession succession,
            MatterAnswers answers,
            ObjectProvider<MatterProcess> process,
            Journal journal) {
        this.rows = rows;
        this.petitions = petitions;
        this.succession = succession;
        this.answers = answers;
        this.process = process;
        this.journal = journal;
    }

    @EventListener
    void follow(InMatter told) {
        PetitionEvent happened = told.happened();
        if (happened instanceof PetitionEvent.Reviewed reviewed && reviewed.passed()) {
            passed(told, reviewed.lead());
        } else if (happened instanceof PetitionEvent.Withdrawn) {
            withdrawn(told);
        } else if (happened instanceof PetitionEvent.Unhappy unhappy) {
            unhappy(told, unhappy.goesOn());
        } else if (happened instanceof PetitionEvent.CitizenSpoke spoke && spoke.how() == TimelineEvent.RATED) {
            rated(told);
        }
    }

    /** Where all others have been withdrawn meanwhile there is nobody whom the answer is brought to. */
    private void passed(InMatter told, String unit) {
        Kept matter = rows.held(told.matter()).orElseThrow();
        boolean answered = matter.isInHand() && matter.isLedBy(told.number());
        if (answered && !succession.dissolveIfAlone(matter)) {
            answers.passed(matter, unit);
        }
    }

    /** Only who leads holds the matter: a petition that waits for it is held itself already, and those come last. */
    private void withdrawn(InMatter told) {
        boolean leads = rows.read(told.matter()).isLedBy(told.number());
        Optional<Kept> led = leads ? rows.held(told.matter()) : Optional.empty();
        leave(told, Leaving.WITHDRAWN);
        petitions.standsAlone(told.number());
        led.filter(Kept::isInHand).ifPresent(succession::succeed);
    }

    private void leave(InMatter told, Leaving how) {
        rows.leave(told.matter(), told.number(), how, told.at());
        journal.done(HOUSE, "matter-left", told.number(), Map.of("matter", told.matter()), Map.of("how", how.code()));
    }

    /** The matter is flagged; who goes on alone belongs to it no longer. */
    private void unhappy(InMatter told, boolean goesOn) {
        rows.held(told.matter());
        rows.unhappy(told.matter(), told.number(), told.at());
        journal.done(HOUSE, "matter-flagged", told.number(), Map.of(), Map.of("matter", told.matter()));
        if (goesOn) {
            leave(told, Leaving.WENT_ON_ALONE);
            process.getObject().mark(told.number(), null);
        }
    }

    /** Who has rated badly needs no call-back to go on; where one is under way, or the case closed, the matter is flagged. */
    private void rated(InMatter told) {
        if (!petitions.isRatedBadly(told.number())) {
            return;
        }
        boolean open = petitions
                .held(told.number())
                .filter(standing -> standing.status() == PetitionStatus.REVIEWED)
                .isPresent();
        if (!open || !process.getObject().endCallBack(told.number())) {
            unhappy(told, false);
        }
    }
}
