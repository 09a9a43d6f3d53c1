package cn.wenzheng.triage.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreasTest {

    private final Areas areas = new Areas(List.of(
            new Unit("0000", "银州市民生诉求中心", 1, null),
            new Unit("0201", "凤鸣区人民政府", 2, "0000"),
            new Unit("0207", "银州经济技术开发区管理委员会", 2, "0000"),
            new Unit("0301", "钟鼓楼街道办事处", 3, "0201"),
            new Unit("0305", "通渠镇人民政府", 3, "0201"),
            new Unit("0402", "玉带巷社区居委会", 4, "0301"),
            new Unit("0410", "通渠村村委会", 4, "0305")));

    @Test
    void knowsAnAreaByTheNameOfItsBody() {
        assertThat(areas.in("凤鸣区的路灯坏了")).isEqualTo("0201");
        assertThat(areas.in("钟鼓楼街道的人行道")).isEqualTo("0301");
        assertThat(areas.in("玉带巷社区门口")).isEqualTo("0402");
        assertThat(areas.in("通渠村的自来水")).isEqualTo("0410");
    }

    @Test
    void saysTheSmallestOneThatATextNames() {
        assertThat(areas.in("凤鸣区通渠镇通渠村三队")).isEqualTo("0410");
        assertThat(areas.in("凤鸣区通渠镇")).isEqualTo("0305");
    }

    @Test
    void believesTheAddressBeforeTheWords() {
        assertThat(areas.in("钟鼓楼街道", null, "我从通渠村搬来")).isEqualTo("0301");
        assertThat(areas.in(null, null, "我在通渠村")).isEqualTo("0410");
    }

    @Test
    void saysNothingWhereNothingIsNamed() {
        assertThat(areas.in("路灯坏了", null, "没有人修")).isNull();
    }
}
