package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13912345678",
                "139-1234-5678",
                "139 1234 5678",
                "+86 13912345678",
                "008613912345678",
                "８６－１３９１２３４５６７８",
                "1 3 9 1 2 3 4 5 6 7 8",
                "0951-6012345",
                "0951) 601 2345",
                "09516012345",
                "010-88886666",
                "+86 951 6012345",
                "64010419900101123X",
                "640104 19900101 123x",
                "６４０１０４１９９００１０１１２３Ｘ",
                "999999999999999999",
                "640104900101123",
                "宁A12345",
                "宁A·12345",
                "宁a 12345",
                "宁ＡＤ１２３４５",
                "宁AD12345",
                "宁A1234学",
                "粤Z·1234港",
                "zhang.san@example.org",
                "zhang @ example.org",
                "ＺＨＡＮＧ＠example.org"
            })
    void hidesWhateverTheWriting(String identifier) {
        assertThat(Redactor.redact("请找我" + identifier + "，谢谢", (String) null)).isEqualTo("请找我〔已隐去〕，谢谢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"微信号：zhang_san88", "加V信 zhangsan", "QQ:123456789", "办公室电话是6012345"})
    void hidesWhatAWordAnnounces(String announced) {
        assertThat(Redactor.redact("请加" + announced + "。", (String) null)).matches("请加[^〔]+〔已隐去〕。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14 18:30 兴庆区新华街12号路灯坏了，已经3天",
                "欠薪1500000元，合同编号2026-0314",
                "WZ-20260314-000123",
                "拨打12345没有人接，@宁夏发布",
                "云南路A座1203室",
                "😀𠀀<b>${x}#{y}"
            })
    void leavesWhatNamesNobody(String text) {
        assertThat(Redactor.redact(text, "张三丰")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三丰", "张 三 丰", "张　三丰", "张·三·丰", "张\u200b三丰"})
    void hidesTheNameHoweverItIsSpaced(String written) {
        assertThat(Redactor.redact("我叫" + written + "，住在新华街", "张三丰")).isEqualTo("我叫〔已隐去〕，住在新华街");
    }

    @Test
    void hidesEverythingThePetitionerGave() {
        assertThat(Redactor.redact("找王五或60 12345或王五@邮箱", "王五", "6012345", null, "王五@邮箱"))
                .isEqualTo("找〔已隐去〕或〔已隐去〕或〔已隐去〕");
    }

    @Test
    void hidesANameMadeOfTheMarksOwnSigns() {
        assertThat(Redactor.redact("我是已隐，你好", "已隐")).isEqualTo("我是＊＊＊，你好");
        assertThat(Redactor.redact("已＊", "已＊")).doesNotContain("已＊");
        assertThat(Redactor.redact("a隐b", "隐", "＊")).isEmpty();
    }

    @Test
    void hasNothingToHideWhereNothingIs() {
        assertThat(Redactor.redact(null, "张三")).isNull();
        assertThat(Redactor.redact("", "张三")).isEmpty();
    }

    @Property(tries = 500)
    void noPhoneSurvivesAnyNeighbours(
            @ForAll("texts") String before, @ForAll("phones") String phone, @ForAll("texts") String after) {
        assertThat(shown(before + phone + after, (String) null)).doesNotContain(phone);
    }

    @Property(tries = 500)
    void noIdentityNumberSurvivesAnyNeighbours(
            @ForAll("texts") String before, @ForAll("identities") String identity, @ForAll("texts") String after) {
        assertThat(shown(before + identity + after, (String) null)).doesNotContain(identity);
    }

    @Property(tries = 500)
    void noPlateSurvivesAnyNeighbours(
            @ForAll("texts") String before, @ForAll("plates") String plate, @ForAll("texts") String after) {
        assertThat(shown(before + plate + after, (String) null)).doesNotContain(plate);
    }

    @Property(tries = 500)
    void noNameSurvivesAnyNeighbours(
            @ForAll("texts") String before, @ForAll("names") String name, @ForAll("texts") String after) {
        assertThat(Redactor.redact(before + name + after + name, name)).doesNotContain(name);
    }

    @Property(tries = 300)
    void whatIsShownOnceIsShownAgain(@ForAll("texts") String text, @ForAll("phones") String phone) {
        String once = Redactor.redact(text + phone + text, "张三");
        assertThat(Redactor.redact(once, "张三")).isEqualTo(once);
    }

    @Test
    void takesTimeInProportionToTheLength() {
        for (String hostile : List.of("1", "13", "0 ", "A@", "a.", "宁A", "电话 ", "QQ ", "86 ", "- ")) {
            String text = hostile.repeat(100_000 / hostile.length());
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> Redactor.redact(text, "1111111111111111"));
        }
    }

    /** What a reader could take down: half-width, without spaces and hyphens. */
    private static String shown(String text, String name) {
        return Normalizer.normalize(Redactor.redact(text, name), Normalizer.Form.NFKC)
                .replaceAll("[\\s·-]", "");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("路灯坏了，。 -·〔〕\n")
                .withCharRange('0', '9')
                .withCharRange('A', 'E')
                .withCharRange('０', '９')
                .ofMaxLength(25);
    }

    @Provide
    Arbitrary<String> phones() {
        return Combinators.combine(Arbitraries.integers().between(13, 19), digits(9))
                .as((head, tail) -> head + tail);
    }

    @Provide
    Arbitrary<String> identities() {
        return Combinators.combine(digits(5), Arbitraries.integers().between(1900, 2026), digits(3))
                .as((place, year, rest) -> "6" + place + year + "0229" + rest + "X");
    }

    @Provide
    Arbitrary<String> plates() {
        return Combinators.combine(
                        Arbitraries.of('宁', '京', '陕'), Arbitraries.chars().range('A', 'H'), digits(5))
                .as((province, city, number) -> "" + province + city + number);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("张三丰路灯已隐去〔〕＊欧阳·")
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(name -> !name.isBlank());
    }

    private static Arbitrary<String> digits(int count) {
        return Arbitraries.strings().numeric().ofLength(count);
    }
}
