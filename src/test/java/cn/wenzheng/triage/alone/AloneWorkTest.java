package cn.wenzheng.triage.alone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.IntakeDecisions;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.SpeakingModel.Speaking;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.model.Models;
import cn.wenzheng.triage.text.TopicModel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** When the system cannot tell yet how sure it is. */
class AloneWorkTest {

    private final AloneRows rows = mock();
    private final Models models = mock();
    private final ObjectProvider<SameMatter> same = mock();
    private final AloneWork work = new AloneWork(
            rows,
            mock(IntakeDecisions.class),
            same,
            models,
            mock(OrganizationDesk.class),
            mock(Journal.class),
            Clock.systemUTC());

    @Test
    void looksAgainLaterWhileNoModelSpeaksYet() {
        when(models.speaking()).thenReturn(Optional.empty());
        assertThat(work.decide(suggested(7))).isFalse();
        verifyNoInteractions(rows);
    }

    @Test
    void looksAgainLaterWhenAnotherVersionHasThought() {
        when(models.speaking()).thenReturn(Optional.of(new Speaking(8, mock(TopicModel.class))));
        assertThat(work.decide(suggested(7))).isFalse();
        verifyNoInteractions(rows);
    }

    private static Suggestion suggested(long model) {
        Guess guess = new Guess("C010601", "C010601", 0.99, List.of());
        return new Suggestion(
                "WZ-20260314-000001",
                model,
                guess,
                guess,
                guess,
                null,
                guess,
                List.of(),
                new Gist("路灯不亮", List.of()),
                Set.of(),
                null);
    }
}
