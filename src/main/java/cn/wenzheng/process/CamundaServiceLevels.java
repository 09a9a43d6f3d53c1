package cn.wenzheng.process;

import cn.wenzheng.deadline.ServiceLevel;
import cn.wenzheng.deadline.ServiceLevels;
import cn.wenzheng.organization.ClosedList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Decides the service level by the table in {@code processes/service-level.dmn}, the same that Cockpit shows.
 *
 * <p>The table is read once and asked outside the process engine: a step of a petition costs no statement and no history
 * for it. The answers are remembered, for there are only some thousand different questions.
 */
@Component
class CamundaServiceLevels implements ServiceLevels {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table = read();
    private final Map<Known, ServiceLevel> answers = new ConcurrentHashMap<>();

    private DmnDecision read() {
        try (InputStream file = new ClassPathResource(ServiceLevelDecision.FILE).getInputStream()) {
            return engine.parseDecision(ServiceLevelDecision.KEY, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ServiceLevel of(Known known) {
        return answers.computeIfAbsent(known, this::decide);
    }

    private ServiceLevel decide(Known known) {
        Map<String, Object> asked = ServiceLevelDecision.asked(
                code(known.kind()),
                code(known.urgency()),
                known.complex(),
                code(known.topicLevel()),
                code(known.handlerLevel()));
        String code = engine.evaluateDecisionTable(table, asked)
                .getSingleResult()
                .getEntry(ServiceLevelDecision.Outputs.LEVEL);
        return Stream.of(ServiceLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the table of service levels answers " + code));
    }

    private static String code(@Nullable ClosedList value) {
        return value == null ? "" : value.code();
    }
}
