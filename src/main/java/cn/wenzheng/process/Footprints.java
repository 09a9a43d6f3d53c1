package cn.wenzheng.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a model an instance has passed.
 *
 * <p>The engine's history knows activities, not flows, and no link events: a flow was taken when, after its source was
 * done, its target began before any other target of that source.
 */
final class Footprints {

    private static final String MULTI_INSTANCE_BODY = "#" + ActivityTypes.MULTI_INSTANCE_BODY;

    private final BpmnModelInstance model;
    private final Map<String, List<HistoricActivityInstance>> byElement;

    Footprints(BpmnModelInstance model, Collection<HistoricActivityInstance> activities) {
        this.model = model;
        this.byElement = activities.stream().collect(Collectors.groupingBy(Footprints::element));
    }

    /** Finished activities and the flows and links between them. */
    Set<String> taken() {
        Set<String> taken = new HashSet<>();
        byElement.forEach((element, instances) -> {
            if (instances.stream().anyMatch(Footprints::isFinished)) {
                taken.add(element);
                taken.addAll(flowsFrom(element, instances));
            }
        });
        return taken;
    }

    /** Where it stands now. */
    Set<String> current() {
        return byElement.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(instance -> instance.getEndTime() == null))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> flowsFrom(String element, List<HistoricActivityInstance> instances) {
        FlowNode source = model.getModelElementById(element);
        List<Step> steps = source.getOutgoing().stream().map(this::step).toList();
        return instances.stream()
                .filter(Footprints::isFinished)
                .flatMap(instance -> first(steps, instance.getEndTime()).stream())
                .flatMap(step -> step.passed().stream())
                .collect(Collectors.toSet());
    }

    private Optional<Step> first(List<Step> steps, Date after) {
        return steps.stream()
                .filter(step -> begun(step, after) != null)
                .min(Comparator.comparing(step -> begun(step, after), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private @Nullable Date begun(Step step, Date after) {
        return byElement.getOrDefault(step.target(), List.of()).stream()
                .map(HistoricActivityInstance::getStartTime)
                .filter(start -> !start.before(after))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A flow, or a flow to a link, the link and the flow behind it. */
    private record Step(String target, Set<String> passed) {}

    private Step step(SequenceFlow flow) {
        FlowNode target = flow.getTarget();
        Optional<FlowNode> landing = target instanceof IntermediateThrowEvent ? linkedTo(target) : Optional.empty();
        return landing.map(catching -> {
                    SequenceFlow onward = catching.getOutgoing().iterator().next();
                    return new Step(
                            onward.getTarget().getId(),
                            Set.of(flow.getId(), target.getId(), catching.getId(), onward.getId()));
                })
                .orElseGet(() -> new Step(target.getId(), Set.of(flow.getId())));
    }

    private Optional<FlowNode> linkedTo(FlowNode thrown) {
        return links(thrown)
                .findFirst()
                .flatMap(link -> model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                        .filter(event -> links(event).anyMatch(link::equals))
                        .map(FlowNode.class::cast)
                        .findFirst());
    }

    private static Stream<String> links(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream().map(LinkEventDefinition::getName);
    }

    private static boolean isFinished(HistoricActivityInstance instance) {
        return instance.getEndTime() != null && !instance.isCanceled();
    }

    private static String element(HistoricActivityInstance instance) {
        String id = instance.getActivityId();
        return id.endsWith(MULTI_INSTANCE_BODY) ? id.substring(0, id.length() - MULTI_INSTANCE_BODY.length()) : id;
    }
}
