package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Fails a class of tests that leaves an element of its model untouched; silent when only some of its tests were run.
 *
 * <p>Links are left out: the engine's history does not know them.
 */
abstract class PassedElements implements BeforeEachCallback, AfterAllCallback {

    private final String model;
    private final Class<?> elements;
    private final Set<String> links;
    private int run;

    PassedElements(String model, Class<?> elements, String... links) {
        this.model = model;
        this.elements = elements;
        this.links = Set.of(links);
    }

    static final class OfPetitionHandling extends PassedElements {
        OfPetitionHandling() {
            super(
                    PetitionHandling.KEY,
                    PetitionHandling.Elements.class,
                    PetitionHandling.Elements.CATCH_EVENT_PETITION_RETURNED,
                    PetitionHandling.Elements.THROW_EVENT_PETITION_RETURNED);
        }
    }

    static final class OfSupervision extends PassedElements {
        OfSupervision() {
            super(Supervision.KEY, Supervision.Elements.class);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        run++;
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        long all = Arrays.stream(tests.getRequiredTestClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (run == all) {
            ProcessEngine engine = SpringExtension.getApplicationContext(tests).getBean(ProcessEngine.class);
            assertThat(passed(engine.getHistoryService()))
                    .containsAll(
                            named().filter(element -> !links.contains(element)).toList());
        }
    }

    private Set<String> passed(HistoryService history) {
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(model))
                .filter(activity -> activity.getEndTime() != null)
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    private Stream<String> named() {
        return Arrays.stream(elements.getFields()).map(PassedElements::value);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
