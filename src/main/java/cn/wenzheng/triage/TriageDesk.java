package cn.wenzheng.triage;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The counter of room {@code triage}: what a petition is about. */
@Component
public class TriageDesk {

    private final OrganizationDesk organization;
    private final PetitionSheets sheets;
    private final PetitionDesk desk;
    private volatile Compiled compiled;

    TriageDesk(OrganizationDesk organization, PetitionSheets sheets, PetitionDesk desk) {
        this.organization = organization;
        this.sheets = sheets;
        this.desk = desk;
        this.compiled = Compiled.from(List.of());
    }

    /** The rules of one reading of the category tree. */
    private record Compiled(Collection<Category> tree, KeywordRules rules) {

        static Compiled from(Collection<Category> tree) {
            return new Compiled(tree, new KeywordRules(tree));
        }
    }

    /** Proposes a topic by the keywords of the category tree and notes it in the petition. */
    public void classify(String number) {
        PetitionSheets.Words words = sheets.words(number);
        desk.suggest(number, rules().propose(words.title(), words.text()).orElse(null));
    }

    /** Compiled anew only when the organization has read its tree anew, which it does every few seconds at most. */
    private KeywordRules rules() {
        Collection<Category> tree = organization.categories();
        Compiled current = compiled;
        if (current.tree() != tree) {
            current = Compiled.from(tree);
            compiled = current;
        }
        return current.rules();
    }
}
