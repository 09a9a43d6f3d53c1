package cn.wenzheng.triage;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.ConflictWatch;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.triage.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads in the petition's words whom it complains about. */
@Component
class BlamedUnits implements ConflictWatch {

    /** So many texts are in memory at a time. */
    private static final int AT_ONCE = 500;

    private final PetitionSheets sheets;
    private final Owners owners;

    BlamedUnits(PetitionSheets sheets, OrganizationDesk organization, ObjectProvider<Duties> duties) {
        this.sheets = sheets;
        this.owners = new Owners(organization, duties);
    }

    @Override
    public Optional<String> firstAbout(List<String> petitions, String unit) {
        Predicate<Words> blamed = owners.blamed(unit);
        for (int from = 0; from < petitions.size(); from += AT_ONCE) {
            Optional<String> found =
                    firstOf(petitions.subList(from, Math.min(from + AT_ONCE, petitions.size())), blamed);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstOf(List<String> petitions, Predicate<Words> blamed) {
        Map<String, PetitionSheets.Words> said = sheets.words(petitions);
        return petitions.stream()
                .filter(number -> Optional.ofNullable(said.get(number))
                        .map(words -> new Words(words.title(), words.text()))
                        .filter(blamed)
                        .isPresent())
                .findFirst();
    }
}
