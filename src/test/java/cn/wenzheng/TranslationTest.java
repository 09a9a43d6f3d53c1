package cn.wenzheng;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
            entry("groups?(?! by)", "用户组"),
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
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aWebappIsChineseThroughout(String app) throws IOException {
        Translation labels = labels(app);
        assertThat(labels.english()).hasSizeGreaterThan(100);
        assertThat(labels.keysOfOneOnly()).isEmpty();
        assertThat(labels.otherPlaces(IN_LABELS)).isEmpty();
        assertThat(labels.untranslated()).isEmpty();
    }

    @Test
    void theWebappsSayOneThingInOneWay() throws IOException {
        Translation all = labels("tasklist")
                .with("cockpit", labels("cockpit"))
                .with("admin", labels("admin"))
                .with("welcome", labels("welcome"));
        assertThat(all.severalWays()).isEmpty();
        assertThat(all.otherWords(TERMS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void aWebappTellsDatesTheChineseWay(String app) throws IOException {
        assertThat(json(app + "/locales/zh").at("/dateLocales/parentLocale").asText())
                .isEqualTo("zh-cn");
    }

    @Test
    void theProductsOwnWordsAreThereInBothLanguages() throws IOException {
        Translation messages = new Translation(
                MessageFile.in("en").messages(), MessageFile.in("zh").messages());
        assertThat(messages.english()).hasSizeGreaterThan(100);
        assertThat(messages.keysOfOneOnly()).isEmpty();
        assertThat(messages.otherPlaces(IN_MESSAGES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aMessageHasOneText(String language) throws IOException {
        assertThat(MessageFile.in(language).twice()).isEmpty();
        assertThat(new MessageFile(List.of("a=1", "# b=2", "b=3", "a=4")).twice())
                .containsExactly("a");
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
                .readTree(FormBundle.text("app/" + file + ".json").replace("\uFEFF", ""));
    }
}
