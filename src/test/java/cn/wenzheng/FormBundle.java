package cn.wenzheng;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the code of form-js and its calendar, as Camunda's webapps bring them, says in English. */
final class FormBundle {

    private static final String WEBAPPS = "/META-INF/resources/webjars/camunda/";
    private static final Pattern MODULE = Pattern.compile("[,{]\\d+:function\\(");

    /** A text of form-js begins with a capital letter; what is filled into it stands between braces. */
    private static final Pattern TEXT = Pattern.compile("\"([A-Z][A-Za-z][^\"\\\\`]*)\"|`([A-Z][a-z][^`\\\\]*)`");

    private final String code;

    private FormBundle(String code) {
        this.code = code;
    }

    static FormBundle ofTheWebapps() throws IOException {
        return new FormBundle(text("lib/deps.js"));
    }

    /** A file below the webapps' folder. */
    static String text(String file) throws IOException {
        try (InputStream stream = FormBundle.class.getResourceAsStream(WEBAPPS + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every text in the one module that is form-js. */
    Set<String> sentences() {
        int inside = code.indexOf("Field is required.");
        int from = 0;
        int to = code.length();
        for (MatchResult module : MODULE.matcher(code).results().toList()) {
            if (module.start() < inside) {
                from = module.start();
            } else {
                to = Math.min(to, module.start());
            }
        }
        return sentencesIn(code.substring(from, to));
    }

    /** The names of months and days that the calendar shows. */
    Set<String> monthsAndDays() {
        String calendar = code.substring(code.indexOf("weekdays:{shorthand:[\"Sun\""));
        Set<String> names = new TreeSet<>();
        for (String list : List.of("weekdays:{shorthand:", "longhand:[\"January\"")) {
            String from = calendar.substring(calendar.indexOf(list));
            Pattern.compile("\"(\\w+)\"")
                    .matcher(from.substring(0, from.indexOf(']')))
                    .results()
                    .forEach(name -> names.add(name.group(1)));
        }
        return names;
    }

    static Set<String> sentencesIn(String code) {
        Set<String> sentences = new TreeSet<>();
        TEXT.matcher(code)
                .results()
                .forEach(found -> sentences.add(found.group(1) == null ? withPlaces(found.group(2)) : found.group(1)));
        return sentences;
    }

    private static String withPlaces(String template) {
        List<String> pieces = new ArrayList<>(List.of(template.split("\\$\\{[^}]*}", -1)));
        StringBuilder sentence = new StringBuilder(pieces.remove(0));
        for (int place = 0; place < pieces.size(); place++) {
            sentence.append('{').append(place).append('}').append(pieces.get(place));
        }
        return sentence.toString();
    }
}
