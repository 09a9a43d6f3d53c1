package cn.wenzheng.contract;

import static cn.wenzheng.contract.BpmnModel.camunda;

import cn.wenzheng.organization.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a model has to say about itself: ids, names, sentences, groups, limits and messages. */
public final class ModelRules {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent"),
            Map.entry("endEvent", "EndEvent"),
            Map.entry("boundaryEvent", "BoundaryEvent"),
            Map.entry("intermediateCatchEvent", "CatchEvent"),
            Map.entry("intermediateThrowEvent", "ThrowEvent"),
            Map.entry("userTask", "Task"),
            Map.entry("serviceTask", "Task"),
            Map.entry("receiveTask", "Task"),
            Map.entry("businessRuleTask", "Task"),
            Map.entry("callActivity", "CallActivity"),
            Map.entry("subProcess", "SubProcess"),
            Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"));

    private static final Set<String> GROUPS_OF_UNITS = Set.of("unit-${unitCode}", "head-${unitCode}", "staff");

    private final BpmnModel model;
    private final Findings findings;

    private ModelRules(BpmnModel model) {
        this.model = model;
        this.findings = new Findings(model.file());
    }

    /** Everything the model does not say as it should. */
    public static List<String> findings(BpmnModel model) {
        ModelRules rules = new ModelRules(model);
        rules.process();
        model.nodes().forEach(rules::node);
        model.all("userTask").forEach(rules::userTask);
        model.all("serviceTask").forEach(rules::serviceTask);
        model.all("exclusiveGateway").forEach(rules::question);
        model.flows().forEach(rules::flow);
        model.all("message").forEach(rules::message);
        model.all("error").forEach(rules::error);
        return rules.findings.lines();
    }

    private void process() {
        Element process = model.process();
        findings.expect(model.all("process").size() == 1, process, "is not the only process of its file");
        findings.expect(Words.kebab(model.id()).equals(model.file()), process, "does not give its file its name");
        findings.expect(process.getAttribute("isExecutable").equals("true"), process, "is not executable");
        findings.expect(
                camunda(process, "historyTimeToLive").matches("P\\d+D"), process, "has no time to live in days");
        findings.expect(camunda(process, "versionTag").isEmpty(), process, "has a version in its name");
        saysWhatItIsFor(process);
        isNamedInChinese(process);
    }

    private void node(Element node) {
        String prefix = PREFIXES.get(node.getLocalName());
        findings.expect(prefix != null, node, "is of a kind the house does not use: " + node.getLocalName());
        findings.expect(
                node.getAttribute("id").matches(prefix + "_([A-Z][a-z]+){2,}"), node, "has an id nobody has chosen");
        saysWhatItIsFor(node);
        isNamedInChinese(node);
        listsItsFlows(node, "incoming", model.flowsInto(node));
        listsItsFlows(node, "outgoing", model.flowsFrom(node));
    }

    private void saysWhatItIsFor(Element element) {
        String sentence = BpmnModel.child(element, "documentation")
                .map(Element::getTextContent)
                .orElse("");
        findings.expect(Words.isInBothLanguages(sentence), element, "has no sentence in Chinese and English");
    }

    private void isNamedInChinese(Element element) {
        String name = element.getAttribute("name");
        findings.expect(Words.isChinese(name), element, "has no Chinese name");
        findings.expect(!name.matches(".*[$#]\\{.*"), element, "has an expression in its name");
    }

    private void listsItsFlows(Element node, String direction, List<Element> flows) {
        Set<String> listed = BpmnModel.children(node).stream()
                .filter(child -> child.getLocalName().equals(direction))
                .map(Element::getTextContent)
                .collect(Collectors.toSet());
        Set<String> drawn = flows.stream().map(flow -> flow.getAttribute("id")).collect(Collectors.toSet());
        findings.expect(listed.equals(drawn), node, "lists other " + direction + " flows than there are");
    }

    private void userTask(Element task) {
        String form = Words.bean(Words.word(task.getAttribute("id")));
        findings.expect(camunda(task, "formRef").equals(form), task, "does not show the form " + form);
        findings.expect(camunda(task, "formRefBinding").equals("deployment"), task, "does not bind its form");
        List<String> groups = Arrays.asList(camunda(task, "candidateGroups").split(","));
        findings.expect(knownGroups().containsAll(groups), task, "is for an unknown group: " + groups);
        findings.expect(
                camunda(task, "dueDate").matches("#\\{petitionTimers\\.[a-z]\\w+Due\\(execution\\)}"),
                task,
                "has no due date");
    }

    private static Set<String> knownGroups() {
        return Stream.concat(GROUPS_OF_UNITS.stream(), Stream.of(Role.values()).map(Role::code))
                .collect(Collectors.toSet());
    }

    /** A task of a worker names its process, after what its work is told apart by; every other one names its bean. */
    private void serviceTask(Element task) {
        if (camunda(task, "type").equals("external")) {
            findings.expect(
                    camunda(task, "topic").matches("(\\$\\{[a-z]\\w+}-)?" + model.file()),
                    task,
                    "has not its process for its topic");
            return;
        }
        String bean = "#{" + Words.bean(Words.word(task.getAttribute("id"))) + "}";
        findings.expect(camunda(task, "delegateExpression").equals(bean), task, "is not done by " + bean);
    }

    private void question(Element gateway) {
        List<Element> answers = model.flowsFrom(gateway);
        findings.expect(gateway.getAttribute("name").endsWith("？"), gateway, "asks no question");
        findings.expect(answers.size() > 1, gateway, "has only one answer");
        for (Element answer : answers) {
            String prefix = "Flow_" + Words.word(gateway.getAttribute("id")) + "_";
            findings.expect(answer.getAttribute("id").startsWith(prefix), answer, "does not name its question");
            findings.expect(Words.isChinese(answer.getAttribute("name")), answer, "has no Chinese answer");
            findings.expect(BpmnModel.child(answer, "conditionExpression").isPresent(), answer, "has no condition");
        }
    }

    private void flow(Element flow) {
        findings.expect(
                flow.getAttribute("id").matches("Flow_([A-Z][a-z]+)+(_[A-Z][a-z]+)?"),
                flow,
                "has an id nobody has chosen");
    }

    private void message(Element message) {
        String name = message.getAttribute("name");
        String id =
                "Message_" + Arrays.stream(name.split("\\.")).map(Words::type).collect(Collectors.joining());
        findings.expect(message.getAttribute("id").equals(id), message, "does not carry its name " + name);
        findings.expect(
                Stream.of("messageEventDefinition", "receiveTask")
                        .flatMap(kind -> model.all(kind).stream())
                        .anyMatch(event -> event.getAttribute("messageRef").equals(message.getAttribute("id"))),
                message,
                "is heard nowhere");
    }

    private void error(Element error) {
        String code = error.getAttribute("errorCode");
        findings.expect(
                error.getAttribute("id").equals("Error_" + Words.type(code)), error, "does not carry its code " + code);
        findings.expect(
                model.all("errorEventDefinition").stream()
                        .anyMatch(event -> event.getAttribute("errorRef").equals(error.getAttribute("id"))),
                error,
                "is caught nowhere");
    }
}
