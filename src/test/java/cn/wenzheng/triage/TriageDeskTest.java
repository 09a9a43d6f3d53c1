package cn.wenzheng.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.ClockDesk;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriageDeskTest {

    private static final String NUMBER = "WZ-20260314-000001";

    private static final Actor OPERATOR = new Actor("operator", "受理员", "0000", Set.of(Role.OPERATOR), Door.API);

    private static final Actor HANDLER = new Actor("0106", "经办人", "0106", Set.of(Role.HANDLER), Door.API);

    private static final Basis BASIS = new Basis(7, Map.of("MODEL", "mark"));

    private final OrganizationDesk organization = mock();
    private final PetitionSheets sheets = mock();
    private final PetitionDesk petitions = mock();
    private final ClockDesk clocks = mock();
    private final Thinking thinking = mock();
    private final SuggestionRows rows = mock();
    private final Journal journal = mock();
    private final TriageDesk triage = new TriageDesk(organization, sheets, petitions, clocks, thinking, rows, journal);

    @BeforeEach
    void theTreeKnowsLamps() {
        when(organization.categories()).thenReturn(tree("路灯"));
        when(sheets.visible(NUMBER, OPERATOR)).thenReturn(true);
        when(thinking.isReady()).thenReturn(true);
        when(thinking.basis()).thenReturn(BASIS);
    }

    @Test
    void notesWhatTheModelIsSureOf() {
        thinks("没有提到关键词", 0.8);
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, "MODEL");
    }

    @Test
    void asksTheKeywordsWhereTheModelIsNotSure() {
        thinks("路灯坏了", 0.4);
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, "LAMP");
    }

    @Test
    void notesALikelyTopicWhereNoKeywordSpeaks() {
        thinks("没有提到关键词", 0.4);
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, "MODEL");
    }

    @Test
    void notesNothingWhereNothingSpeaksForAnything() {
        thinks("没有提到关键词", 0.05);
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, null);
    }

    @Test
    void followsAChangeOfTheTree() {
        thinks("井盖坏了", 0.1);
        triage.classify(NUMBER);
        when(organization.categories()).thenReturn(tree("井盖"));
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, null);
        verify(petitions).suggest(NUMBER, "LAMP");
    }

    @Test
    void keepsWhatItThinks() {
        Suggestion suggestion = thinks("路灯坏了", 0.9);
        triage.classify(NUMBER);
        verify(rows).put(suggestion, "mark");
    }

    @Test
    void hasNobodyWaitWhileItLearns() {
        thinks("路灯坏了", 0.9);
        when(thinking.isReady()).thenReturn(false);
        triage.classify(NUMBER);
        verify(petitions).suggest(NUMBER, "LAMP");
        verify(thinking, never()).about(any(), any(), any());
    }

    @Test
    void thinksAnewOnlyAboutWhatIsOutOfDateAndNoOtherNodeHasInHand() {
        Suggestion suggestion = thinks("路灯坏了", 0.9);
        when(rows.takeTurn(NUMBER)).thenReturn(true);
        assertThat(triage.renew(NUMBER)).isFalse();
        when(rows.isOutdated(NUMBER, BASIS)).thenReturn(true);
        assertThat(triage.renew(NUMBER)).isTrue();
        verify(rows).put(suggestion, "mark");
        when(rows.takeTurn(NUMBER)).thenReturn(false);
        assertThat(triage.renew(NUMBER)).isFalse();
    }

    @Test
    void tellsWhatTheModelThatSpeaksNowThinksAndKeepsIt() {
        Suggestion suggestion = thinks("路灯坏了", 0.9);
        when(rows.isOutdated(NUMBER, BASIS)).thenReturn(true);
        assertThat(triage.suggestion(NUMBER, OPERATOR)).isEqualTo(suggestion);
        verify(thinking).follow();
        verify(rows).put(suggestion, "mark");
    }

    @Test
    void hearsADangerThatNobodyHasHeardBefore() {
        Suggestion calm = thinks("路灯坏了", 0.9);
        when(thinking.about(any(), any(), any()))
                .thenReturn(new Suggestion(
                        NUMBER,
                        7,
                        calm.category(),
                        calm.kind(),
                        calm.urgency(),
                        null,
                        null,
                        List.of(),
                        calm.gist(),
                        Set.of(Warning.DANGER),
                        null));
        when(rows.takeTurn(NUMBER)).thenReturn(true);
        when(rows.isOutdated(NUMBER, BASIS)).thenReturn(true);
        when(clocks.endanger(any(), any())).thenReturn(true);
        triage.renew(NUMBER);
        verify(journal).done(any(), eq("petition-endangered"), eq(NUMBER), any(), any());
    }

    @Test
    void tellsTheCentreAndJournalsTheLook() {
        Suggestion suggestion = thinks("路灯坏了", 0.9);
        when(rows.of(NUMBER)).thenReturn(Optional.of(suggestion));
        assertThat(triage.suggestion(NUMBER, OPERATOR)).isEqualTo(suggestion);
        verify(journal).done(OPERATOR, "suggestion-viewed", NUMBER, Map.of(), Map.of("model", 7L));
    }

    @Test
    void thinksAboutAPetitionOfTheTimeBefore() {
        Suggestion suggestion = thinks("路灯坏了", 0.9);
        when(rows.of(NUMBER)).thenReturn(Optional.empty());
        assertThat(triage.suggestion(NUMBER, OPERATOR)).isEqualTo(suggestion);
    }

    @Test
    void tellsNobodyElse() {
        assertThatThrownBy(() -> triage.suggestion(NUMBER, HANDLER))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.slug()).isEqualTo("role-never-may"));
    }

    private Suggestion thinks(String text, double certainty) {
        Guess guess = new Guess("MODEL", "MODEL", certainty, List.of());
        Suggestion suggestion = new Suggestion(
                NUMBER, 7, guess, guess, guess, null, null, List.of(), new Gist(text, List.of()), Set.of(), null);
        when(sheets.words(NUMBER)).thenReturn(new PetitionSheets.Words(null, text, null));
        when(thinking.about(any(), any(), any())).thenReturn(suggestion);
        return suggestion;
    }

    private static List<Category> tree(String keyword) {
        return List.of(new Category("LAMP", "路灯", "C01", true, "0106", List.of(keyword)));
    }
}
