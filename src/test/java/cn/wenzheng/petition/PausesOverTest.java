package cn.wenzheng.petition;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.access.OneNodeAtATime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausesOverTest {

    private final ClockDesk desk = mock();
    private final OneNodeAtATime turns = mock();

    @Test
    void aPetitionThatCannotGoOnKeepsNoOtherWaiting() {
        when(desk.pausesOver()).thenReturn(List.of("broken", "sound"));
        doThrow(new IllegalStateException("broken")).when(desk).pauseIsOver("broken");

        new PausesOver(desk, turns).end();

        verify(desk).pauseIsOver("sound");
    }
}
