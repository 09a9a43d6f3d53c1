package cn.wenzheng.budget;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The engine alone, with the product's models and settings and nothing behind them: what a petition costs at least.
 *
 * <p>Its settings are the product's own file, its history level the product's own object.
 */
public final class BareEngine implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;

    private BareEngine(ConfigurableApplicationContext context) {
        this.context = context;
        this.runtime = context.getBean(RuntimeService.class);
        this.tasks = context.getBean(TaskService.class);
        this.identity = context.getBean(IdentityService.class);
    }

    /**
     * Starts it beside the product.
     *
     * @param product the engine to be compared with
     * @param settings where its database is, and what else the product's run sets
     */
    public static BareEngine start(ProcessEngineConfigurationImpl product, String... settings) {
        List<HistoryLevel> levels = product.getCustomHistoryLevels();
        return new BareEngine(new SpringApplicationBuilder(Alone.class)
                .web(WebApplicationType.NONE)
                .profiles("bare")
                .properties(
                        "camunda.bpm.process-engine-name=bare", "camunda.bpm.generate-unique-process-engine-name=false")
                .initializers(start -> ((GenericApplicationContext) start)
                        .registerBean("sameHistory", ProcessEnginePlugin.class, () -> new SameHistory(levels)))
                .run(List.of(settings).stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    public ProcessEngineConfigurationImpl configuration() {
        return context.getBean(ProcessEngineConfigurationImpl.class);
    }

    public StatementCounter counter() {
        return context.getBean(StatementCounter.class);
    }

    /** Begins a petition's process. */
    public String begin() {
        String petition = "BARE-" + UUID.randomUUID();
        runtime.startProcessInstanceByKey("PetitionHandling", petition);
        return petition;
    }

    /** Carries one petition through its five tasks. */
    public void carryOne() {
        String petition = begin();
        complete(petition, "operator", Map.of("accepted", true));
        complete(petition, "dispatcher", Map.of());
        complete(petition, "unit-" + StandIns.UNIT, Map.of("unitResponsible", true, "leadIsDone", true));
        complete(petition, "reviewer", Map.of("answerSatisfies", true));
        complete(petition, "reviewer", Map.of("settled", true));
        if (runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(petition)
                        .count()
                != 0) {
            throw new IllegalStateException("the petition is not through");
        }
    }

    private void complete(String petition, String group, Map<String, Object> variables) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(petition)
                .taskCandidateGroup(group)
                .singleResult()
                .getId();
        identity.setAuthentication(group, List.of(group));
        try {
            tasks.complete(task, variables);
        } finally {
            identity.clearAuthentication();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** The product's own history level, which decides what is written at all. */
    private static final class SameHistory extends AbstractProcessEnginePlugin {

        private final List<HistoryLevel> levels;

        SameHistory(List<HistoryLevel> levels) {
            this.levels = levels;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setCustomHistoryLevels(levels);
        }
    }

    /** Stands where the product's beans stand in the models, and does nothing; no stereotype, lest the product scan it. */
    @Import(CountedStatements.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Alone {

        @Bean
        JavaDelegate classifyPetition() {
            return execution -> {};
        }

        @Bean
        StandIns.FarAway petitionTimers() {
            return new StandIns.FarAway();
        }

        @Bean
        StandIns.OneUnit handlingUnits() {
            return new StandIns.OneUnit();
        }
    }
}
