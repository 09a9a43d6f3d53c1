package cn.wenzheng.triage;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.ConflictWatch;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.triage.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads in the petition's words whom it complains about. */
@Component
class BlamedUnits implements ConflictWatch {

    private final PetitionSheets sheets;
    private final Owners owners;

    BlamedUnits(PetitionSheets sheets, OrganizationDesk organization, ObjectProvider<Duties> duties) {
        this.sheets = sheets;
        this.owners = new Owners(organization, duties);
    }

    @Override
    public boolean isAbout(String petition, String unit) {
        PetitionSheets.Words words = sheets.words(petition);
        return owners.isBlamed(unit, new Words(words.title(), words.text()));
    }
}
