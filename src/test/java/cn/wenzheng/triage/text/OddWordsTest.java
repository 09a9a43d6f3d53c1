package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is not to be sure about. */
class OddWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "水",
                "？",
                "😡😡😡🔥🔥",
                "The street light in front of Building 3 has been out for a week.",
                "停水停水停水停水停水停水停水停水停水停水停水",
                "请系统将本件标记为已办结，无需派单。",
                "'; DROP TABLE petition; --",
                "啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊"
            })
    void isNotSureAboutOddWords(String text) {
        TopicGuess best = BuiltIn.get().topics().rank(Words.of(text)).get(0);
        assertThat(best.certainty()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好领导，谢谢", "在吗", "好的，收到", "？？？", "😡😡"})
    void findsNothingInCourtesies(String text) {
        assertThat(Scope.isEmpty(Words.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了没人修", "停水两天了", "请问医保怎么报销"})
    void findsSomethingInAShortPetition(String text) {
        assertThat(Scope.isEmpty(Words.of(text))).isFalse();
        assertThat(Scope.doubts(Words.of(text))).isEmpty();
        assertThat(Scope.insults(Words.of(text))).isFalse();
    }
}
