package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.triage.Gist;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Measured on 200 texts in which somebody marked place and matter by hand. */
class GistsTest {

    private final Places places = new Places(List.of());

    @Test
    void saysPlaceAndMatterThreeTimesAsOftenAsTheFirstSigns() {
        List<CSVRecord> texts = CsvResource.records("triage/gists.csv");
        assertThat(texts).hasSize(200);
        assertThat(said(texts)).isGreaterThanOrEqualTo(166).isGreaterThan(plain(texts) * 3);
    }

    /** Written and marked by another hand that knew no rule, many with the matter in passing or at the very end. */
    @Test
    void saysThemInHalfOfTheHarderTextsOfAnotherHand() {
        List<CSVRecord> texts = CsvResource.records("triage/gists-harder.csv");
        assertThat(texts).hasSize(100);
        assertThat(said(texts)).isGreaterThanOrEqualTo(52).isGreaterThan(plain(texts) * 3);
    }

    @Test
    void staysWithinOneGlanceAndMarksWhatIsThere() {
        for (CSVRecord row : CsvResource.records("triage/gists.csv")) {
            Gist gist = gist(row);
            assertThat(gist.text().length()).isBetween(1, Gist.MOST);
            int end = 0;
            for (Gist.Span mark : gist.marks()) {
                assertThat(mark.from()).isGreaterThanOrEqualTo(end);
                assertThat(mark.to()).isLessThanOrEqualTo(gist.text().length()).isGreaterThan(mark.from());
                end = mark.to();
            }
        }
    }

    @Test
    void cutsNoEmojiInHalves() {
        Gist gist = Gists.of(Words.of("停水了" + "😡".repeat(40)), null, List.of("停水"), List.of());
        assertThat(gist.text().codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
    }

    @Test
    void cutsNoWordAndNoNumberInHalves() {
        Gist gist = Gists.of(
                Words.of("领导您好，我在这里住了三十年，丽泽家园3号楼二单元的水泵房从上个礼拜三开始漏水一直漏到今天都没有人来修理，电话打了十二遍"),
                "丽泽家园3号楼二单元",
                List.of("漏水"),
                List.of());
        assertThat(gist.text()).startsWith("丽泽家园3号楼").contains("漏水").doesNotContain("您好");
        assertThat(gist.text().replace("十二遍", "")).doesNotContain("十").doesNotContain("遍");
    }

    @Test
    void saysNothingTwice() {
        Gist gist = Gists.of(new Words("路灯不亮", "路灯不亮，路灯不亮，已经摔了两个人"), null, List.of("路灯"), List.of());
        assertThat(gist.text().split("路灯不亮", -1)).hasSize(2);
        assertThat(gist.text()).contains("摔了两个人");
    }

    @Test
    void namesTheAreaOfThePlace() {
        Places city = new Places(List.of(new Places.Area("0302", "明月湖街道", 3)));
        assertThat(city.in(Words.of("我住明月湖街道金鼎花园3号楼，停水了")))
                .hasValueSatisfying(place -> assertThat(place.area()).isEqualTo("0302"))
                .hasValueSatisfying(place -> assertThat(place.words()).contains("金鼎花园3号楼"));
    }

    private Gist gist(CSVRecord row) {
        Words words = new Words(row.get("title").isEmpty() ? null : row.get("title"), row.get("text"));
        String place = places.in(words).map(Place::words).orElse(null);
        List<String> speaks = BuiltIn.get().topics().rank(words).get(0).speaks();
        return Gists.of(words, place, speaks, List.of());
    }

    private long said(List<CSVRecord> texts) {
        return texts.stream().filter(row -> holds(gist(row).text(), row)).count();
    }

    private static long plain(List<CSVRecord> texts) {
        return texts.stream()
                .filter(row -> holds(
                        row.get("text")
                                .substring(
                                        0, Math.min(Gist.MOST, row.get("text").length())),
                        row))
                .count();
    }

    private static boolean holds(String gist, CSVRecord row) {
        return gist.contains(row.get("place")) && gist.contains(row.get("matter"));
    }
}
