package cn.wenzheng.petition;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Nobody looks into a complaint about himself alone (回避); with another unit beside him he may. */
@Component
class Recusal {

    private final ObjectProvider<ConflictWatch> watch;
    private final MemberRows members;
    private final OrganizationDesk organization;

    Recusal(ObjectProvider<ConflictWatch> watch, MemberRows members, OrganizationDesk organization) {
        this.watch = watch;
        this.members = members;
        this.organization = organization;
    }

    /** True when one of the petitions is about this unit, which would have it alone. */
    boolean isNeeded(List<String> petitions, PetitionCommand.Assign given) {
        ConflictWatch watching = watch.getIfAvailable();
        return watching != null
                && given.assisting().isEmpty()
                && watching.firstAbout(petitions, given.lead()).isPresent();
    }

    /**
     * Refuses the unit when the petition, or one that waits for the answer to it, is about the unit. A petition that leads is
     * held, so that nobody joins meanwhile.
     *
     * @param assisting the units that have it beside the lead
     */
    void require(Petition petition, String lead, List<String> assisting) {
        ConflictWatch watching = assisting.isEmpty() ? watch.getIfAvailable() : null;
        if (watching == null) {
            return;
        }
        if (watching.firstAbout(List.of(petition.number), lead).isPresent()) {
            throw Refusal.invalid("lead", "unit-about-itself", organization.unitName(lead));
        }
        if (petition.matter != null) {
            members.held(petition.number);
            watching.firstAbout(members.waiting(petition.matter), lead).ifPresent(member -> {
                throw Refusal.invalid("lead", "matter-unit-about-itself", organization.unitName(lead), member);
            });
        }
    }
}
