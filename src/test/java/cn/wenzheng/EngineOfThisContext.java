package cn.wenzheng;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes the engine of a test's own context the one that Camunda's webapps find.
 *
 * <p>They look it up by its name in a list that belongs to the JVM, where the context that was started last has entered its
 * own.
 */
public class EngineOfThisContext implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
    }
}
