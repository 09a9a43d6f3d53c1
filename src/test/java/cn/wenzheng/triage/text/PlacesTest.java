package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name begins behind the words that lead to it and ends before what only looks like more of it. */
class PlacesTest {

    private final Places places = new Places(List.of());

    @ParameterizedTest
    @CsvSource({
        "下夜班经过纺织街北段路灯全黑,纺织街北段",
        "向阳路路面又塌了一块,向阳路",
        "学府路与春晖街交叉口的红绿灯不亮,学府路与春晖街交叉口",
        "我家住在丽泽家园6号楼三天没水,丽泽家园6号楼",
        "我是葡园镇鱼塘村的，自来水发黄,葡园镇鱼塘村",
        "昨天在前进小学门口堵了一小时,前进小学",
        "银新桥农贸市场地沟堵了,银新桥农贸市场",
        "孩子在城北三中上学，食堂饭菜是凉的,城北三中",
        "沙枣香溪21层水压不足,沙枣香溪",
    })
    void findsTheWholeNameAndNothingElse(String text, String name) {
        assertThat(places.in(Words.of(text)))
                .hasValueSatisfying(place -> assertThat(place.words()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"走路上班的人没有人行道", "给村道装几盏路灯吧", "送餐路上摔了一跤", "有线电视的线路谁来修", "返乡创业怎么贷款"})
    void takesNoCommonNounForAName(String text) {
        assertThat(places.in(Words.of(text))).isEmpty();
    }

    @Test
    void meansThePlaceWhereSomethingIsWrong() {
        assertThat(places.in(Words.of("我住在丽泽家园，每天走春晖街回家，春晖街的路灯坏了半个月")))
                .hasValueSatisfying(place -> assertThat(place.words()).isEqualTo("春晖街"));
    }

    @Test
    void knowsTheCitysOwnPlacesHoweverTheyEnd() {
        Places city = new Places(List.of(new Places.Area("0311", "古渡口", 4)));
        assertThat(city.in(Words.of("有船半夜在古渡口挖沙")))
                .hasValueSatisfying(place -> assertThat(place.words()).isEqualTo("古渡口"))
                .hasValueSatisfying(place -> assertThat(place.area()).isEqualTo("0311"));
    }
}
