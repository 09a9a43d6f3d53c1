package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtensionDeskTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final String NUMBER = "WZ-20260310-000001";

    private final PetitionRows rows = mock();
    private final TimeRows times = mock();
    private final Deadlines deadlines = mock();
    private final ClockLedger ledger = mock();
    private final Chronicle chronicle = mock();
    private final OrganizationDesk organization = mock();
    private final PetitionSettings settings = mock();

    private final ExtensionDesk desk = new ExtensionDesk(
            rows, times, deadlines, ledger, chronicle, organization, settings, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void ofTwoWhoDecideAtOnceTheLaterGrantsNothing() {
        Petition petition = new Petition(NUMBER, NOW, Channel.WEBHOOK, "web", new byte[0], "code", NOW);
        petition.status = PetitionStatus.ASSIGNED;
        when(rows.petition(NUMBER)).thenReturn(petition);
        Deadlines.Limit limit = new Deadlines.Limit(NUMBER, Stage.HANDLING, "0106", 1, NOW, NOW, NOW, NOW, false, null);
        when(deadlines.running(NUMBER, Stage.HANDLING, "0106")).thenReturn(Optional.of(limit));
        when(times.waiting(limit))
                .thenReturn(Optional.of(new ExtensionRequest(7, NUMBER, "0106", 1, 3, "r", "clerk", NOW, null)));
        when(times.decide(anyLong(), anyBoolean(), any(), any(), any())).thenReturn(false);

        assertThatThrownBy(() -> desk.decide(
                        NUMBER, new ClockCommand.DecideExtension("0106", true, null), Actor.system(Door.ENGINE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("extension-not-asked");
        verifyNoInteractions(ledger, chronicle);
    }
}
