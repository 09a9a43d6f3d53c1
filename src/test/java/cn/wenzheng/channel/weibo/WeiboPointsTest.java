package cn.wenzheng.channel.weibo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Whatever was assumed about Weibo is a question with words and, where it is a setting, with its value. */
class WeiboPointsTest {

    @Test
    void everyOpenPointHasItsWordsInBothLanguages() {
        for (String language : new String[] {"zh", "en"}) {
            ResourceBundle words = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
            assertThat(new WeiboPoints(Weibo.settings()).openPoints())
                    .hasSize(9)
                    .allSatisfy(point -> assertThat(words.containsKey("page.confirm." + point.name()))
                            .as(point.name())
                            .isTrue());
        }
    }

    @Test
    void tellsTheSettingThatHoldsNow() {
        assertThat(new WeiboPoints(Weibo.settings("dm-per-mention", "3")).openPoints())
                .anySatisfy(point -> assertThat(point.settings())
                        .containsEntry("wenzheng.channels.weibo.dm-per-mention", 3)
                        .containsKey("wenzheng.channels.weibo.dm-window"));
    }
}
