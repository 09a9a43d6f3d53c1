package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.petition.FollowUps;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Storm;
import cn.wenzheng.triage.Storms;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has it been said before: what staff hear of earlier petitions, of storms and of the same person's same words. */
class SaidBeforeTest extends CityTest {

    private static final String LETTER =
            "望江里小区三号院门前的污水井从上个月开始一直往外冒水，道路上全是脏水，气味难闻，老人和孩子出门都要绕行很远的路，" + "我们多次向物业反映，一直没有人来处理，恳请主管部门派人疏通并查明原因。";

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Storms storms;

    @Autowired
    private SameMatter same;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingWaitsToBeCompared() {
        await().until(this::allCompared);
    }

    @Test
    void anEarlierPetitionAboutTheSameThingIsShownToWhoMaySeeIt() {
        String first = says("白鹭洲公园喷泉漏电", "白鹭洲公园的喷泉漏电，昨天有孩子被电到，请马上断电检修。电话13900000001。", "13900000001");
        operator.accepts(first).ok();
        dispatcher.assigns(first, POWER).ok();
        String second = says("白鹭洲公园喷泉漏电伤人", "白鹭洲公园里的喷泉漏电，太危险了，请断电检修。电话13900000002。", "13900000002");
        await().until(() -> similar(operator.caller(), second).size() == 1);
        JsonNode found = similar(operator.caller(), second).get(0);
        assertThat(found.path("number").asText()).isEqualTo(first);
        assertThat(found.path("certainty").asDouble()).isBetween(0.6, 1.0);
        assertThat(found.path("open").asBoolean()).isTrue();
        assertThat(found.path("reasons").toString()).contains("白鹭洲公园").doesNotContain("1390000", "隐去");
        assertThat(similar(operator.caller(), first).get(0).path("number").asText())
                .isEqualTo(second);
        assertThat(similar(clerk(POWER).caller(), first)).isEmpty();
        assertThat(clerk(POWER)
                        .caller()
                        .get("/api/petitions/" + second + "/similar")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theMatterOfAnEarlierPetitionIsTold() {
        String first = says("梧桐坊井盖丢失", "梧桐坊门口的井盖丢了，晚上看不见，差点掉下去。", "13900000021");
        await().until(this::allCompared);
        String second = says("梧桐坊井盖丢失", "梧桐坊门口的井盖丢了，天黑看不见，很危险。", "13900000022");
        await().until(this::allCompared);
        assertThat(same.near(second))
                .singleElement()
                .satisfies(near -> assertThat(near.matter()).isNull());
        jdbc.sql("UPDATE petition SET matter = 'SX-1' WHERE number = ?")
                .param(first)
                .update();
        assertThat(same.near(second))
                .singleElement()
                .satisfies(near -> assertThat(near.matter()).isEqualTo("SX-1"));
        jdbc.sql("UPDATE petition SET matter = NULL WHERE number = ?")
                .param(first)
                .update();
    }

    @Test
    void theSameWordsAboutAnotherPlaceAreNotSuggested() {
        says("银杏里小区电梯停运", "银杏里小区的电梯停运三天，老人下不了楼。", "13900000003");
        String elsewhere = says("紫藤里小区电梯停运", "紫藤里小区的电梯停运三天，老人下不了楼。", "13900000004");
        await().until(this::allCompared);
        assertThat(similar(operator.caller(), elsewhere)).isEmpty();
    }

    @Test
    void postsThatSayTheSameAreOneStorm() {
        String first = says("云栖谷小区停电", "云栖谷小区全部停电了，什么时候来电？", "13900000005");
        String second = says("云栖谷小区停电", "云栖谷小区全部停电了，什么时候才来电？", "13900000006");
        String third = says("云栖谷小区又停电", "云栖谷小区全停电了，什么时候来电？", "13900000007");
        await().until(this::allCompared);
        Storm storm = storms.waiting().stream()
                .filter(one -> one.first().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(storm.waiting()).isEqualTo(3);
        assertThat(storm.next()).isEqualTo(first);
        assertThat(storms.members(first)).containsExactly(first, second, third);
        assertThat(storms.of(List.of(second, third)))
                .containsOnlyKeys(second, third)
                .containsEntry(third, storm);
        operator.accepts(first).ok();
        assertThat(storms.members(first)).containsExactly(second, third);
    }

    @Test
    void longWordsOfTheSamePersonSaidAgainJoinTheEarlierPetition() {
        String first = says("望江里污水井冒水", LETTER, "13900000008");
        String again = says("望江里污水井冒水", LETTER.replace("，", ", "), "+86 139 0000 0008");
        String other = says("望江里污水井冒水", LETTER, "13900000009");
        await().until(() -> status(again).equals("refused"));
        await().until(this::allCompared);
        assertThat(operator.sheet(again).path("followUpOf").asText()).isEqualTo(first);
        assertThat(operator.sheet(again).path("followUp").asText()).isEqualTo("joined");
        assertThat(status(first)).isEqualTo("received");
        assertThat(status(other)).isEqualTo("received");
        assertThat(operator.sheet(first).path("timeline").toString()).contains("气味难闻");
    }

    @Test
    void shortWordsOfTheSamePersonSaidAgainAfterDaysStayAPetition() {
        String first = says("石榴巷路灯不亮", "石榴巷的路灯又不亮了。", "13900000010");
        await().until(this::allCompared);
        jdbc.sql("UPDATE petition SET received_at = received_at - interval '4 days' WHERE number = ?")
                .param(first)
                .update();
        String again = says("石榴巷路灯不亮", "石榴巷的路灯又不亮了。", "13900000010");
        await().until(this::allCompared);
        assertThat(status(again)).isEqualTo("received");
    }

    @Test
    void whoIsKnownByHisSenderAloneIsTheSamePerson() {
        String first = says("海棠里路灯不亮", "海棠里的路灯又不亮了，请来修。", "13900000012");
        await().until(this::allCompared);
        String again = says("海棠里路灯不亮", "海棠里的路灯又不亮了，请来修。", "13900000013");
        await().until(this::allCompared);
        assertThat(followUps.markRepeat(again, first)).isFalse();
        jdbc.sql("INSERT INTO follow_up (petition, earlier, state, at) VALUES (?, ?, 'POSSIBLE', current_timestamp)")
                .params(again, first)
                .update();
        assertThat(followUps.markRepeat(again, first)).isTrue();
    }

    @Test
    void whatIsNoWordsIsComparedAndFindsNothing() {
        for (String nothing : List.of("啊", "😀😀😀", "投诉".repeat(2_000))) {
            String number = says("？", nothing, "13900000011");
            await().until(this::allCompared);
            assertThat(similar(operator.caller(), number))
                    .as(nothing.substring(0, 1))
                    .isEmpty();
        }
    }

    private String says(String title, String text, String phone) {
        Map<String, Object> petition = Map.of("title", title, "text", text, "petitioner", Map.of("phone", phone));
        return stranger.post("/api/petitions", petition).ok().path("number").asText();
    }

    private String status(String number) {
        return operator.sheet(number).path("status").asText();
    }

    private static JsonNode similar(Caller caller, String number) {
        return caller.get("/api/petitions/" + number + "/similar").ok().path("items");
    }

    private boolean allCompared() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM matter_waiting)")
                .query(Boolean.class)
                .single();
    }
}
