package cn.wenzheng;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the product's two languages complete and of one tongue, in Camunda's webapps too; each rule is shown to bite. */
class TranslationTest {

    private static final Pattern IN_LABELS = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern IN_MESSAGES = Pattern.compile("\\{(\\d+)");

    /** The words of the field's glossary, and one word for each thing that Tasklist itself names. */
    private static final Map<String, String> TERMS = Map.ofEntries(
            entry("tasks?", "任务"),
            entry("process", "流程"),
            entry("case (definition|execution|instance|variable)", "工单"),
            entry("assign(ed|ing)?", "派单"),
            entry("assignee", "办理人"),
            entry("claim(ed|ing)?", "认领"),
            entry("unclaim(ed)?", "退回待办"),
            entry("suspend(ed)?", "挂起"),
            entry("comment", "评论"),
            entry("delegat(e|ed|ing|ion)", "委托"),
            entry("owner", "委托人"),
            entry("due date", "到期时间"),
            entry("follow-up", "跟进"),
            entry("candidate", "候选"),
            entry("filters?", "筛选"),
            entry("variables?", "变量"),
            entry("groups?", "用户组"),
            entry("users?", "用户"),
            entry("form", "表单"),
            entry("priority", "优先级"),
            entry("business key", "诉求编号"),
            entry("attachment", "附件"),
            entry("tenant", "租户"));

    private static final Translation WRONG = new Translation(
            Map.of("a", "Claim", "b", "Wait {{time}}", "c", "Claim", "d", "Task {{name}}", "only", "One", "sign", ">="),
            Map.of("a", "Claim", "b", "等{{times}}", "c", "签收", "d", "任务{{ name }}", "another", "二", "sign", ">="));

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void aWebappIsChineseThroughout(String app) throws IOException {
        Translation labels = labels(app);
        assertThat(labels.english()).hasSizeGreaterThan(100);
        assertThat(labels.keysOfOneOnly()).isEmpty();
        assertThat(labels.otherPlaces(IN_LABELS)).isEmpty();
        assertThat(labels.untranslated()).isEmpty();
    }

    @Test
    void theWebappsSayOneThingInOneWay() throws IOException {
        Translation both = labels("tasklist").with(labels("welcome"));
        assertThat(both.severalWays()).isEmpty();
        assertThat(both.otherWords(TERMS)).isEmpty();
    }

    @Test
    void tasklistTellsDatesTheChineseWay() throws IOException {
        assertThat(json("tasklist/locales/zh").at("/dateLocales/parentLocale").asText())
                .isEqualTo("zh-cn");
    }

    @Test
    void theProductsOwnWordsAreThereInBothLanguages() throws IOException {
        Translation messages = new Translation(messages("en"), messages("zh"));
        assertThat(messages.english()).hasSizeGreaterThan(100);
        assertThat(messages.keysOfOneOnly()).isEmpty();
        assertThat(messages.otherPlaces(IN_MESSAGES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aMessageHasOneText(String language) throws IOException {
        assertThat(twice(lines(language))).isEmpty();
        assertThat(twice(List.of("a=1", "# b=2", "b=3", "a=4"))).containsExactly("a");
    }

    @Test
    void theRulesBite() {
        assertThat(WRONG.keysOfOneOnly()).containsExactly("another", "only");
        assertThat(WRONG.otherPlaces(IN_LABELS)).containsExactly("b");
        assertThat(WRONG.untranslated()).containsExactly("a");
        assertThat(WRONG.severalWays()).containsOnlyKeys("Claim");
        assertThat(WRONG.otherWords(TERMS)).containsExactlyInAnyOrder("a: 认领", "c: 认领");
        assertThat(new Translation(Map.of("m", "{0} of {1}"), Map.of("m", "{1}件中的{0}件、{2}件")).otherPlaces(IN_MESSAGES))
                .containsExactly("m");
    }

    private static Translation labels(String app) throws IOException {
        return new Translation(labelsIn(app + "/locales/en"), labelsIn(app + "/locales/zh"));
    }

    private static Map<String, String> labelsIn(String file) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        json(file)
                .path("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode json(String file) throws IOException {
        // Camunda's own files begin with a byte order mark.
        return new ObjectMapper()
                .readTree(text("/META-INF/resources/webjars/camunda/app/" + file + ".json")
                        .replace("\uFEFF", ""));
    }

    private static Map<String, String> messages(String language) throws IOException {
        Map<String, String> messages = new TreeMap<>();
        lines(language).stream()
                .filter(TranslationTest::isMessage)
                .map(line -> line.split("=", 2))
                .forEach(line -> messages.put(line[0], line[1]));
        return messages;
    }

    private static List<String> lines(String language) throws IOException {
        return text("/messages_" + language + ".properties").lines().toList();
    }

    private static boolean isMessage(String line) {
        return !line.startsWith("#") && line.contains("=");
    }

    private static List<String> twice(List<String> lines) {
        Map<String, Integer> times = new HashMap<>();
        lines.stream()
                .filter(TranslationTest::isMessage)
                .forEach(line -> times.merge(line.split("=", 2)[0], 1, Integer::sum));
        List<String> twice = new ArrayList<>(times.keySet());
        twice.removeIf(key -> times.get(key) == 1);
        return twice;
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = TranslationTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
