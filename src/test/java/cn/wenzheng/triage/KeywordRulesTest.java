package cn.wenzheng.triage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordRulesTest {

    private static final KeywordRules RULES = new KeywordRules(List.of(
            new Category("C01", "城乡建设", null, false, null, List.of()),
            leaf("LAMP", "路灯不亮", "路灯"),
            leaf("WATER", "停水", "水压"),
            leaf("HEAT", "暖气不热", "暖气片"),
            leaf("LIFT", "电梯异响"),
            leaf("APP", "APP")));

    @Test
    void proposesTheTopicWhoseKeywordOccurs() {
        assertThat(RULES.propose(null, "小区门口的路灯坏了三天")).contains("LAMP");
    }

    @Test
    void proposesNothingWhenNoKeywordOccurs() {
        assertThat(RULES.propose("你好", "想说几句心里话")).isEmpty();
    }

    @Test
    void proposesNothingWhenTwoTopicsWeighTheSame() {
        assertThat(RULES.propose(null, "一会儿停水，一会儿路灯坏")).isEmpty();
    }

    @Test
    void countsAKeywordDoubleInTheTitle() {
        assertThat(RULES.propose("家里停水", "路灯下面的井盖")).contains("WATER");
    }

    @Test
    void countsAKeywordOnceHoweverOftenItOccurs() {
        assertThat(RULES.propose(null, "停水停水停水，暖气片冰凉")).contains("HEAT");
    }

    @Test
    void addsTheWeightsOfDifferentKeywordsOfATopic() {
        assertThat(RULES.propose(null, "暖气片不热；先停水，后来水压也小")).contains("WATER");
    }

    @Test
    void letsTheLongestWordDecideBetweenEqualTopics() {
        assertThat(RULES.propose(null, "电梯异响，停水，水压小")).contains("LIFT");
    }

    @Test
    void doesNotCareForTheCaseOfLatinLetters() {
        assertThat(RULES.propose(null, "这个App打不开")).contains("APP");
    }

    @Test
    void takesOddCharactersAsTheyAre() {
        assertThat(RULES.propose("${路灯}", "😀𠀀 #{1+1} <b>")).contains("LAMP");
    }

    private static Category leaf(String code, String... keywords) {
        return new Category(code, code, "C01", true, "0106", List.of(keywords));
    }
}
