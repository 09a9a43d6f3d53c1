package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.Metrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The engine's own clockwork, with the product's settings and its clock, which a test moves. */
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@DirtiesContext
class ExecutorTest extends ProcessScene {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutorTest.class);

    /** Far more than the second it takes, for machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private JobExecutor executor;
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private JdbcTemplate rows;

    @BeforeEach
    void aPetitionWaits() {
        clock.shows("2026-03-16 11:00");
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        executor = configuration.getJobExecutor();
        begin();
    }

    @Test
    void looksByTheDateAloneAndWaitsASecondAtMost() {
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.isJobExecutorPreferTimerJobs()).isFalse();
        assertThat(configuration.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(executor.getMaxWait()).isEqualTo(1000);
        assertThat(executor.getWaitTimeInMillis()).isEqualTo(500);
        assertThat(executor.getLockTimeInMillis()).isEqualTo(20_000);
        assertThat(executor.getMaxBackoff()).isEqualTo(400);
    }

    @Test
    void anIdleExecutorFiresWhatTheClockHasPassed() {
        looks(6);
        verify(supervisionDesk, never()).urge(number, Stage.ACCEPTANCE);

        long moved = System.nanoTime();
        clock.shows("2026-03-16 12:01");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> verify(supervisionDesk).urge(number, Stage.ACCEPTANCE));

        LOG.warn("An idle executor fired a timer {} ms after its time", (System.nanoTime() - moved) / 1_000_000);
    }

    @Test
    void whatADeadNodeHasLockedIsTakenOverWhenTheLockEnds() {
        String job = jobs(Elements.BOUNDARY_EVENT_ACCEPTANCE_URGE).get(0).getId();
        Instant locked = clock.instant();
        rows.update(
                "UPDATE act_ru_job SET duedate_ = ?, lock_owner_ = 'dead', lock_exp_time_ = ? WHERE id_ = ?",
                Timestamp.from(locked.minusSeconds(1)),
                Date.from(locked.plusMillis(executor.getLockTimeInMillis())),
                job);

        looks(3);
        verify(supervisionDesk, never()).urge(number, Stage.ACCEPTANCE);
        clock.shows("2026-03-16 11:00:21");
        await().atMost(PATIENCE).untilAsserted(() -> verify(supervisionDesk).urge(number, Stage.ACCEPTANCE));
    }

    /** Waits until the executor has looked so often and found nothing that it waits as long as it ever does. */
    private void looks(int times) {
        long before = attempts();
        await().atMost(PATIENCE).until(() -> attempts() >= before + times);
    }

    private long attempts() {
        return configuration
                .getMetricsRegistry()
                .getDbMeterByName(Metrics.JOB_ACQUISITION_ATTEMPT)
                .get();
    }
}
