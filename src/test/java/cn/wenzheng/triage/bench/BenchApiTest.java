package cn.wenzheng.triage.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** What the door of the bench says of a decision. */
class BenchApiTest {

    @Test
    void saysThatADecisionIsDoneAlsoWhenWhatComesNextCannotBeRead() {
        Actor operator = new Actor("operator", "滕岸棠", "0000", Set.of(Role.OPERATOR), Door.API);
        CurrentActor current = mock(CurrentActor.class);
        when(current.get()).thenReturn(operator);
        Screen.Done done = new Screen.Done(
                UUID.randomUUID(),
                "WZ-20260105-000001",
                BenchAction.DISPATCH,
                PetitionStatus.ASSIGNED,
                Instant.parse("2026-01-05T01:00:10Z"));
        Screen doneAlone = new Screen(Instant.parse("2026-01-05T01:00:00Z"), 0, null, null, List.of(), done, 0.6);
        UUID tab = UUID.randomUUID();
        Asked asked = mock(Asked.class);
        when(asked.fromTab()).thenReturn(tab);
        BenchDesk desk = mock(BenchDesk.class);
        when(desk.decide(asked, operator)).thenReturn(done);
        when(desk.screen(any(), any(), any())).thenThrow(new QueryTimeoutException("too slow"));
        when(desk.doneAlone(done)).thenReturn(doneAlone);

        Screen said = new BenchApi(desk, mock(Choices.class), current).decide(asked);

        assertThat(said.done()).isEqualTo(done);
    }
}
