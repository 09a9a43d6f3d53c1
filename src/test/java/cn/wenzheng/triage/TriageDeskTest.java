package cn.wenzheng.triage;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriageDeskTest {

    private static final String NUMBER = "WZ-20260314-000001";

    private final OrganizationDesk organization = mock();
    private final PetitionSheets sheets = mock();
    private final PetitionDesk petitions = mock();
    private final TriageDesk triage = new TriageDesk(organization, sheets, petitions);

    @BeforeEach
    void theTreeKnowsLamps() {
        when(organization.categories()).thenReturn(tree("路灯"));
    }

    @Test
    void notesTheProposalInThePetition() {
        says("路灯坏了");
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, "LAMP");
    }

    @Test
    void notesThatItProposesNothing() {
        says("没有说什么");
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, null);
    }

    @Test
    void followsAChangeOfTheTree() {
        says("井盖坏了");
        triage.classify(NUMBER);
        when(organization.categories()).thenReturn(tree("井盖"));
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, null);
        verify(petitions).suggest(NUMBER, "LAMP");
    }

    private void says(String text) {
        when(sheets.words(NUMBER)).thenReturn(new PetitionSheets.Words(null, text));
    }

    private static List<Category> tree(String keyword) {
        return List.of(new Category("LAMP", "路灯", "C01", true, "0106", List.of(keyword)));
    }
}
