package cn.wenzheng.contract;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * What the expressions of a model ask for.
 *
 * @param beans beans that are named alone, as delegates are
 * @param calls {@code bean.method} of every method that is asked
 * @param variables process variables that are read
 */
record Expressions(Set<String> beans, Set<String> calls, Set<String> variables) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern WORD = Pattern.compile("(?<![.\\w'\"])([a-zA-Z_]\\w*)(?:\\.(\\w+))?");
    private static final Set<String> LANGUAGE =
            Set.of("execution", "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt");

    static Expressions of(BpmnModel model) {
        Expressions all = new Expressions(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        all.readAll(model.process());
        return all;
    }

    private void readAll(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .forEach(attribute ->
                        read(attribute.getNodeValue(), attribute.getLocalName().equals("delegateExpression")));
        if (Stream.of("conditionExpression", "completionCondition", "timeDate", "timeDuration", "timeCycle")
                .anyMatch(element.getLocalName()::equals)) {
            read(element.getTextContent(), false);
        }
        BpmnModel.children(element).forEach(this::readAll);
    }

    private void read(String text, boolean isDelegate) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            Matcher word = WORD.matcher(expression.group(1));
            while (word.find()) {
                note(word.group(1), word.group(2), isDelegate);
            }
        }
    }

    private void note(String word, String member, boolean isDelegate) {
        if (LANGUAGE.contains(word)) {
            return;
        }
        if (isDelegate) {
            beans.add(word);
        } else if (member != null) {
            calls.add(word + "." + member);
        } else {
            variables.add(word);
        }
    }
}
