package cn.wenzheng.process;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.petition.Deadlines;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the processes of petitions that channels have brought, many in one transaction and one flush of the engine: a
 * flood of them costs the engine less than as many jobs would.
 *
 * <p>What cannot be begun even alone is left to the engine, by the model's own start for what has arrived: its job is
 * tried again as any job, and ends as an incident that people see.
 */
@Component
class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    /** Of one transaction: more of them would only hold rows longer. */
    static final int AT_ONCE = 50;

    private final BeginningRows rows;
    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Hand> hand;

    Beginnings(
            BeginningRows rows,
            ProcessEngineConfigurationImpl engine,
            RuntimeService runtime,
            RepositoryService models,
            Deadlines deadlines,
            TransactionTemplate transaction,
            ObjectProvider<Hand> hand) {
        this.rows = rows;
        this.engine = engine;
        this.runtime = runtime;
        this.models = models;
        this.deadlines = deadlines;
        this.transaction = transaction;
        this.hand = hand;
    }

    /** Turns with the engine's clockwork: where jobs are fired by hand, nothing begins by itself. */
    @Component
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Hand extends OneHand {

        /** What another node has left when it died. */
        private static final Duration LOOK = Duration.ofSeconds(1);

        private final Beginnings beginnings;

        Hand(Beginnings beginnings) {
            super("beginnings", LOOK);
            this.beginnings = beginnings;
        }

        @Override
        protected boolean step() {
            return beginnings.some() > 0;
        }
    }

    /** Notes in the caller's transaction what is to begin, and calls the hand after its commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    void note(Collection<String> petitions) {
        rows.put(petitions);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hand.ifAvailable(OneHand::call);
            }
        });
    }

    /** True while nothing of it has begun. */
    boolean isNoted(String petition) {
        return rows.has(petition);
    }

    /** Begins some of what waits; returns how many. */
    int some() {
        try {
            return begun(AT_ONCE);
        } catch (RuntimeException failed) {
            LOG.warn("Processes could not begin together and will one by one: {}", kindOf(failed));
            return oneByOne();
        }
    }

    private int oneByOne() {
        int done = 0;
        while (done < AT_ONCE && alone() > 0) {
            done++;
        }
        return done;
    }

    private int alone() {
        try {
            return begun(1);
        } catch (RuntimeException failed) {
            LOG.error("A process could not begin and is left to the engine: {}", kindOf(failed));
            return taken(1, petitions -> petitions.forEach(this::leave));
        }
    }

    private int begun(int most) {
        return taken(most, this::begin);
    }

    /** Should another node have taken the one that failed, the next one begins in the slower way. */
    private void leave(String petition) {
        runtime.startProcessInstanceByMessage(PetitionHandling.Messages.PETITION_ARRIVED, petition);
    }

    private int taken(int most, Consumer<List<String>> what) {
        @Nullable
        Integer number = transaction.execute(begun -> {
            List<String> petitions = rows.take(most);
            if (!petitions.isEmpty()) {
                what.accept(petitions);
            }
            return petitions.size();
        });
        return number == null ? 0 : number;
    }

    /** One command around all of them, so that the engine writes them together. */
    private void begin(List<String> petitions) {
        deadlines.recall(petitions);
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(PetitionHandling.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        engine.getCommandExecutorTxRequired().execute(context -> {
            petitions.forEach(petition -> runtime.startProcessInstanceById(model, petition));
            return petitions;
        });
    }

    /** An engine's message may repeat what a petition says. */
    private static String kindOf(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed).getClass().getName();
    }
}
