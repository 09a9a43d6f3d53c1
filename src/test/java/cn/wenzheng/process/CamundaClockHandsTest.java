package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;

class CamundaClockHandsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine = mock();
    private final ProcessEngineConfigurationImpl configuration = mock();
    private final CommandExecutor commands = mock();

    /** The rooms know of the database's collisions only; for them it is one. */
    @Test
    void whoIsOvertakenInTheEngineIsToldInTheWordsOfTheHouse() {
        when(engine.getObject()).thenReturn(configuration);
        when(configuration.getCommandExecutorTxRequired()).thenReturn(commands);
        when(commands.execute(any(Command.class))).thenThrow(new OptimisticLockingException("overtaken"));
        Limit limit = new Limit("WZ-1", Stage.HANDLING, "0106", 1, NOW, NOW, NOW, NOW, false, null);

        assertThatThrownBy(() -> new CamundaClockHands(engine, mock(TimersOfTasks.class)).moved(List.of(limit)))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasCauseInstanceOf(OptimisticLockingException.class);
    }
}
