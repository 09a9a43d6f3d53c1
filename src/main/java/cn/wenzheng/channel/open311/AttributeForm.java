package cn.wenzheng.channel.open311;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers to the questions of a service: {@code attribute[code]}, and {@code attribute[code][]} for several. */
final class AttributeForm {

    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](\\[])?");
    private static final int LINE = 200;
    private static final int TEXT = 4_000;

    private final Service service;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    AttributeForm(Ask ask, Service service) {
        this.service = service;
        for (String name : ask.parameters().keySet()) {
            Matcher attribute = NAME.matcher(name);
            if (attribute.matches()) {
                List<String> given = ask.all(name).stream().map(Writing::plain).toList();
                take(attribute.group(1), given);
            }
        }
        service.attributes().stream()
                .filter(question -> question.required() && question.variable() && !answers.containsKey(question.code()))
                .forEach(question -> faults.add(Fault.of("open311-attribute-missing", question.label())));
    }

    Map<String, List<String>> answers() {
        return answers;
    }

    List<Fault> faults() {
        return faults;
    }

    private void take(String code, List<String> given) {
        Attribute question = service.attribute(code).filter(Attribute::variable).orElse(null);
        if (question == null) {
            faults.add(Fault.of("open311-attribute-unknown", code));
            return;
        }
        if (given.isEmpty()) {
            return;
        }
        boolean several = question.datatype() == Datatype.MULTIVALUELIST;
        if (given.size() > 1 && !several || !given.stream().allMatch(value -> fits(question, value))) {
            faults.add(Fault.of("open311-attribute-wrong", question.label()));
            return;
        }
        answers.computeIfAbsent(code, first -> new ArrayList<>()).addAll(given);
    }

    private static boolean fits(Attribute question, String value) {
        return switch (question.datatype()) {
            case STRING -> value.codePointCount(0, value.length()) <= LINE;
            case TEXT -> value.codePointCount(0, value.length()) <= TEXT;
            case NUMBER -> isNumber(value);
            case DATETIME -> isMoment(value);
            case SINGLEVALUELIST, MULTIVALUELIST -> question.has(value);
        };
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= LINE && new BigDecimal(value.strip()).precision() > 0;
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private static boolean isMoment(String value) {
        try {
            return OffsetDateTime.parse(value.strip()).getYear() > 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
