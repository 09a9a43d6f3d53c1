package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody will read is looked at for what names a person or his home. */
class PublicTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请拨打13912345678联系",
                "请拨打 139-1234-5678",
                "身份证640104199001011237",
                "卡号6222021234567890123已退款",
                "车牌宁A12345已移走",
                "住12号楼3单元501室",
                "您家住5栋",
                "新华街18号门前的路灯已修好",
                "新华街 18 号门前的路灯已修好",
                "新华街十八号门前的路灯已修好",
                "卡号6222 0212 3456 7890 123已退款",
                "请退到 6222-0212-3456-7890",
                "请发邮件到 a@b.cn"
            })
    void w20PersonalDataIsFoundInAPublicText(String text) {
        assertThat(PublicText.holdsPersonalData(text)).isTrue();
        assertThat(PublicText.masked(text)).contains("〔已隐去〕").isNotEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您好，路灯已于今晚修复，感谢您的反映",
                "编号 WZ-20260314-000123 已经受理",
                "预计3月20日前完成，共更换12盏",
                "公交18路已恢复运行",
                "中山路一号线站口已开放"
            })
    void anOrdinaryAnswerIsLeftAlone(String text) {
        assertThat(PublicText.holdsPersonalData(text)).isFalse();
        assertThat(PublicText.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"请拨打0951-6012345咨询", "请拨打（0951）6012345咨询", "咨询电话：60123456"})
    void anOfficesFixedLineIsForAllWhoAskTheSame(String text) {
        assertThat(PublicText.maskedForOthers(text, "新华街的路灯坏了，电话13912345678", "王小明", "13912345678", null))
                .isEqualTo(text);
        assertThat(PublicText.masked(text)).isNotEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"已按您的电话0951-6012345与您联系", "已按您的电话6012345与您联系", "已按您的电话 601 2345 与您联系", "已按您的电话０９５１－６０１２３４５与您联系"})
    void nothingOfHimToWhomItWasWrittenIsForOthers(String text) {
        assertThat(PublicText.maskedForOthers(text, "我家座机 0951—6012345", "王小明", null, null))
                .contains("〔已隐去〕")
                .doesNotContain("2345", "２３４５");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "已致电13987654321",
                "身份证640104199001011237已核对",
                "车牌宁A12345已移走",
                "新华街18号门前的路灯已修好",
                "请退到 6222-0212-3456-7890",
                "已发邮件到 a@b.cn",
                "王小明您好"
            })
    void whatIsNoFixedLineStaysHiddenFromOthersThoughHeHasNotNamedIt(String text) {
        assertThat(PublicText.maskedForOthers(text, "路灯不亮", "王小明", null, null)).contains("〔已隐去〕");
    }

    @Test
    void whatTheCitizenSaidAboutHimselfIsHidden() {
        assertThat(PublicText.masked("王小明您好", "王小明", null)).isEqualTo("〔已隐去〕您好");
    }
}
