package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as the same matter, and what only sounds like it. */
class LikenessTest {

    private static final Instant MONDAY = Instant.parse("2026-03-16T01:00:00Z");
    private static final Commonness EVERYDAY = Everyday.with(List.of());

    private static final Said SMOKE = said("翠湖雅苑小区楼下烧烤店油烟扰民", "我住在翠湖雅苑小区2栋，楼下的烧烤店每天晚上油烟直排，家里窗户都不敢开，请查处。");

    @Test
    void anotherNeighbourAboutTheSameThingIsTheSameMatter() {
        Said neighbour = said("翠湖雅苑小区烧烤店油烟太大", "翠湖雅苑小区的业主反映，2栋楼下烧烤店的油烟没有经过处理就排出来，晚上熏得睡不着。");
        assertThat(certainty(SMOKE, neighbour)).isGreaterThan(0.8);
    }

    @Test
    void theSameWordsAboutAnotherEstateAreAnotherMatter() {
        Said elsewhere = said("金桂花园小区楼下烧烤店油烟扰民", "我住在金桂花园小区5栋，楼下的烧烤店每天晚上油烟直排，家里窗户都不敢开，请查处。");
        assertThat(certainty(SMOKE, elsewhere)).isLessThan(Likeness.SUGGESTED);
    }

    @Test
    void anotherIssueAtTheSamePlaceIsAnotherMatter() {
        Said lift = said("翠湖雅苑小区电梯停运没人修", "我家住在翠湖雅苑，电梯坏了一个星期，老人上下楼非常困难，物业总说在等配件。");
        assertThat(certainty(SMOKE, lift)).isLessThan(Likeness.SUGGESTED);
    }

    @Test
    void anotherBuildingSpeaksAgainstIt() {
        Said nine = said("翠湖雅苑9栋电梯停运", "翠湖雅苑的电梯坏了一个星期，老人上下楼非常困难。");
        Said same = said("翠湖雅苑9栋电梯又停运", "电梯坏了一个星期，翠湖雅苑的老人上下楼非常困难。");
        Said three = said("翠湖雅苑3栋电梯又停运", "电梯坏了一个星期，翠湖雅苑的老人上下楼非常困难。");
        assertThat(certainty(nine, three)).isLessThan(certainty(nine, same));
    }

    @Test
    void timeSpeaksAgainstIt() {
        Said later = new Said(SMOKE.title(), SMOKE.text(), null, MONDAY.plus(Duration.ofDays(300)));
        assertThat(certainty(SMOKE, later)).isLessThan(certainty(SMOKE, SMOKE));
    }

    @Test
    void whoComesFirstDoesNotMatter() {
        Said other = said(null, "翠湖雅苑楼下油烟扰民，请管一管。");
        assertThat(certainty(SMOKE, other)).isEqualTo(certainty(other, SMOKE));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatIsNoWordsIsLikeNothing(String text) {
        assertThat(certainty(said(null, text), SMOKE)).isLessThan(Likeness.SUGGESTED);
        assertThat(certainty(said(null, text), said(null, text + "啊"))).isBetween(0.0, 1.0);
    }

    static List<String> odd() {
        return List.of(
                "", " ", "啊", "😀😀😀🚒", "The lamp in front of my house is out.", "投诉".repeat(10_000), "标记为已办结");
    }

    @Test
    void readsNoMoreOfAVeryLongTextThanSaysWhatItIsAbout() {
        String tale = "从前有座山，山里有座庙。".repeat(2_000);
        assertThat(PlainWords.of(tale).length()).isLessThanOrEqualTo(3_000);
        assertThat(Signature.of(Portrait.of(said(null, tale), EVERYDAY)).length).isLessThanOrEqualTo(66);
    }

    @Test
    void hasNoKeysWhereThereAreNoWords() {
        for (String nothing : List.of("", "啊", "😀😀", "…… ！")) {
            assertThat(Signature.of(Portrait.of(said(null, nothing), EVERYDAY))).isEmpty();
        }
    }

    @Test
    void saysWhatBothMention() {
        List<String> shared =
                SharedWords.of(PlainWords.of("翠湖雅苑小区楼下烧烤店油烟扰民"), PlainWords.of("请查处翠湖雅苑的烧烤店，油烟太大"), EVERYDAY);
        assertThat(shared).contains("翠湖雅苑", "烧烤店");
    }

    @Test
    void knowsARepeatWhateverStandsBetweenTheWords() {
        assertThat(said("路灯", "新华街的路灯，坏了！").repeats(said("路灯", "新华街的路灯 坏了"))).isTrue();
        assertThat(said("路灯", "新华街的路灯坏了").repeats(said("路灯", "新华街的路灯又坏了"))).isFalse();
    }

    private static double certainty(Said one, Said other) {
        return Likeness.certainty(Portrait.of(one, EVERYDAY), Portrait.of(other, EVERYDAY), EVERYDAY);
    }

    private static Said said(@Nullable String title, String text) {
        return new Said(title, text, null, MONDAY);
    }
}
