package cn.wenzheng.contract;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What a decision table has to say about itself, and that the code uses its words. */
public final class DecisionRules {

    private static final String ROOM = "cn.wenzheng.process.";

    private final DecisionModel model;
    private final Findings findings;

    private DecisionRules(DecisionModel model) {
        this.model = model;
        this.findings = new Findings(model.file());
    }

    /**
     * Everything that is not as it should be.
     *
     * @param answers the codes the table may answer, each of which a rule has to answer or to pass on
     */
    public static List<String> findings(DecisionModel model, Set<String> answers) {
        DecisionRules rules = new DecisionRules(model);
        rules.decision();
        rules.constants();
        model.all("rule").forEach(rules::rule);
        rules.answers(answers);
        return rules.findings.lines();
    }

    private void decision() {
        Element decision = model.decision();
        String id = decision.getAttribute("id");
        findings.expect(model.all("decision").size() == 1, decision, "is not the only decision of its file");
        findings.expect(Words.kebab(id).equals(model.file()), decision, "does not give its file its name");
        findings.expect(Words.isChinese(decision.getAttribute("name")), decision, "has no Chinese name");
        findings.expect(
                camunda(decision, "historyTimeToLive").matches("P\\d+D"), decision, "has no time to live in days");
        findings.expect(camunda(decision, "versionTag").isEmpty(), decision, "has a version in its name");
        saysWhatItIsFor(decision);
        Element table = model.all("decisionTable").get(0);
        findings.expect(table.getAttribute("hitPolicy").equals("FIRST"), table, "does not stop at the first rule");
        findings.expect(
                model.all("DMNShape").stream()
                        .anyMatch(shape -> shape.getAttribute("dmnElementRef").equals(id)),
                decision,
                "is not drawn");
        model.all("input")
                .forEach(input ->
                        findings.expect(Words.isChinese(input.getAttribute("label")), input, "has no Chinese label"));
    }

    private void rule(Element rule) {
        findings.expect(rule.getAttribute("id").matches("Rule_([A-Z][a-z]+)+"), rule, "has an id nobody has chosen");
        saysWhatItIsFor(rule);
    }

    private void saysWhatItIsFor(Element element) {
        String sentence = BpmnModel.child(element, "description")
                .map(Element::getTextContent)
                .orElse("");
        findings.expect(Words.isInBothLanguages(sentence), element, "has no sentence in Chinese and English");
    }

    private void constants() {
        try {
            Class<?> constants =
                    Class.forName(ROOM + Words.type(model.decision().getAttribute("id")) + "Decision");
            findings.expect(Modifier.isFinal(constants.getModifiers()), constants.getSimpleName(), "is not final");
            same("key", Set.of(model.decision().getAttribute("id")), Set.of(Constants.key(constants)));
            same("input", inputs(), Constants.words(constants, "Inputs"));
            same("output", outputs(), Constants.words(constants, "Outputs"));
        } catch (ClassNotFoundException missing) {
            findings.expect(false, model.decision(), "has no class of constants of its name");
        }
    }

    private void same(String what, Set<String> inModel, Set<String> inCode) {
        inModel.forEach(word ->
                findings.expect(inCode.contains(word), word, "is the " + what + " of the table without a constant"));
        inCode.forEach(word ->
                findings.expect(inModel.contains(word), word, "is the " + what + " of the code that no table has"));
    }

    private Set<String> inputs() {
        return model.all("inputExpression").stream().map(DecisionModel::text).collect(Collectors.toSet());
    }

    private Set<String> outputs() {
        return model.all("output").stream()
                .map(output -> output.getAttribute("name"))
                .collect(Collectors.toSet());
    }

    private void answers(Set<String> known) {
        Set<String> answered = new HashSet<>();
        for (Element cell : model.all("outputEntry")) {
            String answer = DecisionModel.text(cell);
            String code = answer.replace("\"", "");
            findings.expect(
                    known.contains(code) != inputs().contains(answer), cell, "answers what nobody knows: " + answer);
            answered.add(code);
        }
        boolean passesOn = answered.stream().anyMatch(inputs()::contains);
        known.forEach(code -> findings.expect(answered.contains(code) || passesOn, code, "is answered by no rule"));
        List<Element> rules = model.all("rule");
        Element last = rules.get(rules.size() - 1);
        findings.expect(
                BpmnModel.children(last).stream()
                        .filter(cell -> cell.getLocalName().equals("inputEntry"))
                        .allMatch(cell -> DecisionModel.text(cell).isEmpty()),
                last,
                "does not take all that is left");
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS("http://camunda.org/schema/1.0/dmn", attribute);
    }
}
