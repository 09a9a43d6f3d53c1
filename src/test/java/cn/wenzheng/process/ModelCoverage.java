package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.junit5.common.ProcessEngineCoverageExtensionHelper;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Takes down what a class of tests passes of a model and reports it under {@code target/process-test-coverage}.
 *
 * <p>Made of the parts of process-test-coverage: its own extension asks for an engine before Spring has one, and counts
 * only from a test's first line, when a petition may have begun in what stands before.
 */
final class ModelCoverage extends ProcessEngineExtension implements BeforeAllCallback, BeforeEachCallback {

    private final String model;
    private final DefaultCollector passed = new DefaultCollector(new ExecutionContextModelProvider());
    private final ProcessEngineCoverageExtensionHelper report =
            new ProcessEngineCoverageExtensionHelper(passed, false, false, List.of(), List.of(), Map.of(), null);
    private long left;

    ModelCoverage(String model) {
        this.model = model;
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext tests) {
        setProcessEngine(SpringExtension.getApplicationContext(tests).getBean(ProcessEngine.class));
        TalkingEngine.tell(getProcessEngine(), this::takeDown);
        super.postProcessTestInstance(test, tests);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        report.beforeAll(tests);
        left = Arrays.stream(tests.getRequiredTestClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> !method.isAnnotationPresent(Disabled.class))
                .count();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        report.beforeTestExecution(test);
        left--;
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        TalkingEngine.tell(getProcessEngine(), event -> {});
        report.afterAll(tests);
        super.afterAll(tests);
    }

    /** Fails when an element was not passed; silent when only some of the tests were run. */
    void assertWhole() {
        if (left == 0) {
            assertThat(untouched())
                    .as("elements of %s that no test passes", model)
                    .isEmpty();
        }
    }

    /** Nodes that no test has left and flows that none has taken. */
    Set<String> untouched() {
        Set<String> elements = elements();
        passed.getActiveSuite().getEvents(model).stream()
                .filter(event -> event.getType() != EventType.START)
                .map(Event::getDefinitionKey)
                .forEach(elements::remove);
        return elements;
    }

    private void takeDown(Event event) {
        if (event.getModelKey().equals(model)) {
            passed.addEvent(event);
        }
    }

    private Set<String> elements() {
        String definition = getProcessEngine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult()
                .getId();
        BpmnModelInstance drawn = getProcessEngine().getRepositoryService().getBpmnModelInstance(definition);
        return Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(kind -> drawn.getModelElementsByType(kind).stream())
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
