package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void whiteSpaceOfAnyWidthSeparatesWords() {
        assertThat(SearchWords.of(" 路灯　井盖\t新华 ").words()).containsExactly("路灯", "井盖", "新华");
    }

    @Test
    void aPhraseInQuotationMarksStaysOnePiece() {
        assertThat(SearchWords.of("\"three days\" “路灯 不亮” \"\" 5\"").words())
                .containsExactly("three days", "路灯 不亮", "5\"");
    }

    @Test
    void aWordIsAskedForByItsPairsAndOneSignByItsBeginning() {
        assertThat(SearchWords.of("路灯不亮 灯").asQuery()).isEqualTo("'路灯' & '灯不' & '不亮' & '灯':*");
        assertThat(SearchWords.of("WZ-1").asQuery()).isEqualTo("'wz' & 'z-' & '-1'");
        assertThat(SearchWords.of("𠮷野家").asQuery()).isEqualTo("'𠮷野' & '野家'");
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseAreOnlySigns() {
        assertThat(SearchWords.of("a'\\").asQuery()).isEqualTo("'a''' & '''\\\\'");
        assertThat(SearchWords.pattern("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
    }

    @Test
    void theIndexAloneKnowsWordsOfTwoSigns() {
        assertThat(SearchWords.of("路灯 灯").foundByIndexAlone()).isTrue();
        assertThat(SearchWords.of("路灯坏").foundByIndexAlone()).isFalse();
    }

    @Test
    void onlyWordsWithCapitalsNeedTheSlowComparison() {
        assertThat(SearchWords.operator("路灯")).isEqualTo("LIKE");
        assertThat(SearchWords.operator("KTV")).isEqualTo("ILIKE");
    }
}
