package cn.wenzheng.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The words of a model and the words of the code are the same, both ways. */
public final class CodeRules {

    private static final String ROOM = "cn.wenzheng.process.";

    /**
     * A slip's and a delivery's process have the petition for their business key, and a petition's has not its matter's: those
     * numbers travel as variables.
     */
    private static final Set<String> READ_BY_CODE_ONLY = Set.of("slip", "delivery", "matter");

    private final BpmnModel model;
    private final Findings findings;
    private final Expressions expressions;

    private CodeRules(BpmnModel model) {
        this.model = model;
        this.findings = new Findings(model.file());
        this.expressions = Expressions.of(model);
    }

    /** Every word that stands on one side only. */
    public static List<String> findings(BpmnModel model) {
        CodeRules rules = new CodeRules(model);
        Optional<Class<?>> constants = type(ROOM + model.id());
        rules.findings.expect(constants.isPresent(), model.process(), "has no class of constants of its name");
        constants.ifPresent(rules::constants);
        rules.expressions.beans().forEach(rules::delegate);
        rules.expressions.calls().forEach(rules::call);
        model.all("userTask").forEach(rules::listener);
        return rules.findings.lines();
    }

    private void constants(Class<?> constants) {
        findings.expect(Modifier.isFinal(constants.getModifiers()), constants.getSimpleName(), "is not a final class");
        sameWords("key", Set.of(model.id()), Set.of(Constants.key(constants)));
        sameWords("element", elementIds(), Constants.words(constants, "Elements"));
        sameWords("message", messageNames(), Constants.words(constants, "Messages"));
        sameWords("error", errorCodes(), Constants.words(constants, "Errors"));
        namesFollowValues(constants, "Elements", Words::constant);
        namesFollowValues(constants, "Messages", Words::messageConstant);
        Set<String> known = new HashSet<>(Constants.words(constants, "Variables"));
        known.removeAll(READ_BY_CODE_ONLY);
        sameWords("variable", variablesRead(), known);
    }

    private void sameWords(String what, Set<String> inModel, Set<String> inCode) {
        inModel.stream()
                .filter(word -> !inCode.contains(word))
                .forEach(word -> findings.expect(false, word, "is the " + what + " of the model without a constant"));
        inCode.stream()
                .filter(word -> !inModel.contains(word))
                .forEach(word -> findings.expect(false, word, "is the " + what + " of the code that no model has"));
    }

    private void namesFollowValues(Class<?> constants, String group, Function<String, String> name) {
        Constants.of(constants, group)
                .forEach((constant, word) ->
                        findings.expect(constant.equals(name.apply(word)), constant, "is no name for " + word));
    }

    private Set<String> elementIds() {
        return model.nodes().stream().map(node -> node.getAttribute("id")).collect(Collectors.toSet());
    }

    private Set<String> messageNames() {
        return model.all("message").stream()
                .map(message -> message.getAttribute("name"))
                .collect(Collectors.toSet());
    }

    private Set<String> errorCodes() {
        return model.all("error").stream()
                .map(error -> error.getAttribute("errorCode"))
                .collect(Collectors.toSet());
    }

    private Set<String> variablesRead() {
        Set<String> names = new HashSet<>(expressions.variables());
        model.all("multiInstanceLoopCharacteristics")
                .forEach(loop -> names.add(BpmnModel.camunda(loop, "elementVariable")));
        return names;
    }

    private void delegate(String bean) {
        Optional<Class<?>> type = bean(bean);
        findings.expect(type.filter(CodeRules::canBeCalled).isPresent(), bean, "is no delegate in process.task");
    }

    private void call(String call) {
        String[] parts = call.split("\\.");
        Optional<Class<?>> type = bean(parts[0]);
        findings.expect(type.isPresent(), call, "asks a bean that is not in process.task");
        type.ifPresent(asked -> {
            findings.expect(
                    Modifier.isPublic(asked.getModifiers()), call, "asks a class the engine cannot see: not public");
            findings.expect(answers(asked, parts[1]), call, "asks for a method that is not there");
        });
    }

    private static boolean answers(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .map(Method::getParameterTypes)
                .anyMatch(parameters -> Arrays.equals(parameters, new Class<?>[] {DelegateExecution.class}));
    }

    private void listener(Element task) {
        String word = Words.word(task.getAttribute("id"));
        findings.expect(
                type(ROOM + "completed." + word + "Completed")
                        .filter(CodeRules::isBean)
                        .isPresent(),
                task,
                "has no listener process.completed." + word + "Completed");
    }

    private static Optional<Class<?>> bean(String name) {
        return type(ROOM + "task." + Words.type(name)).filter(CodeRules::isBean);
    }

    private static boolean isBean(Class<?> type) {
        return type.isAnnotationPresent(Component.class);
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, CodeRules.class.getClassLoader()));
        } catch (ClassNotFoundException missing) {
            return Optional.empty();
        }
    }

    /** The engine calls a delegate, and a behaviour, which may choose not to go on. */
    private static boolean canBeCalled(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type) || ActivityBehavior.class.isAssignableFrom(type);
    }
}
