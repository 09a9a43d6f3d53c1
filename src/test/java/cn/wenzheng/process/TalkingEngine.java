package cn.wenzheng.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;

/** Makes the engine tell every element it passes; nobody takes it down until {@link ModelCoverage} does. */
class TalkingEngine extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setRepositoryService(new OpenToItsOwnListeners());
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        tell(engine, passed -> {});
    }

    /** One event at a time, for two people may end a task at once and the library's collector is made for one. */
    static void tell(ProcessEngine engine, Collector collector) {
        Collector oneByOne = passed -> {
            synchronized (collector) {
                withoutRights(() -> {
                    collector.addEvent(passed);
                    return passed;
                });
            }
        };
        new ProcessEngineAdapter(engine, oneByOne).initializeListeners();
    }

    private static <T> T withoutRights(Callable<T> question) {
        CommandContext inside = Context.getCommandContext();
        try {
            return inside == null ? question.call() : inside.runWithoutAuthorization(question);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Lets a listener ask which model it stands in, whoever ends the task: the engine lifts the person's rights from delegates
     * but not from listeners that a plugin has added. Who asks from outside is checked as ever.
     */
    private static final class OpenToItsOwnListeners extends RepositoryServiceImpl {

        @Override
        public ProcessDefinition getProcessDefinition(String id) {
            return withoutRights(() -> super.getProcessDefinition(id));
        }
    }
}
