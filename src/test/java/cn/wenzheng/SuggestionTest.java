package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import cn.wenzheng.triage.text.BuiltIn;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the house suggests for a petition, by its door: the same that the classes measured from the command line say. */
class SuggestionTest extends CityTest {

    private static final String TITLE = "路灯坏了没人修";

    private static final String TEXT = "明月湖街道金鼎花园门口的路灯坏了三天，晚上黑漆漆的，老人不敢出门。";

    @Test
    void suggestsWhatTheMeasuredModelSays() {
        JsonNode suggestion = suggestionOf(Citizen.files(stranger, TITLE, TEXT));
        TopicGuess best = BuiltIn.get().topics().rank(new Words(TITLE, TEXT)).get(0);
        assertThat(suggestion.path("category").path("label").asText()).isEqualTo(best.label());
        assertThat(suggestion.path("category").path("certainty").asDouble()).isEqualTo(best.certainty());
        assertThat(suggestion.path("unit").path("value").asText()).isEqualTo(LIGHTING);
        assertThat(suggestion.path("place").path("value").asText()).contains("金鼎花园");
    }

    @Test
    void warnsOfDangerAndChangesNoState() {
        Citizen citizen = Citizen.files(stranger, "着火了", "三楼着火了，有人困在里面出不来，浓烟往上窜，快派人来！");
        JsonNode suggestion = suggestionOf(citizen);
        assertThat(suggestion.path("urgency").path("value").asText()).isEqualTo("life");
        assertThat(suggestion.path("warnings").toString()).contains("danger");
        assertThat(citizen.looks().path("status").asText()).isEqualTo("received");
    }

    @Test
    void standsOnTheCaseSheetWithItsReasonsForThoseWhoDecide() {
        Citizen citizen = Citizen.files(stranger, TITLE, TEXT);
        suggestionOf(citizen);
        String sheet = "/petitions/" + citizen.number();
        assertThat(visitor("operator").get(sheet).body()).contains("受理建议", "路灯不亮", "主办：银州市市政照明管理所", "文字依据", "职责依据");
        String other = Citizen.files(stranger, TITLE, TEXT + "请派人来。").number();
        suggestionOf(other);
        acceptsAs(other, "C010602");
        assertThat(visitor("dispatcher").get("/petitions/" + other).body())
                .as("the operator has said otherwise")
                .doesNotContain("受理建议");
        acceptsAs(citizen.number(), "C010601");
        assertThat(visitor("dispatcher").get(sheet).body()).contains("受理建议");
        dispatcher.assigns(citizen.number(), LIGHTING).ok();
        assertThat(visitor("dispatcher").get(sheet).body()).doesNotContain("受理建议");
        assertThat(visitor(LIGHTING).get(sheet).body()).doesNotContain("受理建议");
    }

    @Test
    void namesNoTopicAndNoUnitOnTheCaseSheetOfWhichItIsHardlySure() {
        Citizen citizen = Citizen.files(stranger, "嗯", "嗯");
        suggestionOf(citizen);
        assertThat(visitor("operator").get("/petitions/" + citizen.number()).body())
                .contains("看不出诉求内容", "没有实质内容")
                .doesNotContain("职责依据");
    }

    @Test
    void tellsNoUnit() {
        Citizen citizen = Citizen.files(stranger, TITLE, TEXT);
        assertThat(clerk(LIGHTING)
                        .caller()
                        .get("/api/petitions/" + citizen.number() + "/suggestion")
                        .status())
                .isEqualTo(403);
    }

    private void acceptsAs(String number, String topic) {
        operator.caller()
                .post("/api/petitions/" + number + "/accept", Map.of("kind", "help", "category", topic))
                .ok();
    }

    private JsonNode suggestionOf(Citizen citizen) {
        return suggestionOf(citizen.number());
    }

    private JsonNode suggestionOf(String number) {
        return operator.caller().get("/api/petitions/" + number + "/suggestion").ok();
    }
}
