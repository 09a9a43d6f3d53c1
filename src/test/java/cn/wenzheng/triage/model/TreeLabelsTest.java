package cn.wenzheng.triage.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeLabelsTest {

    private static final TreeLabels TREE = new TreeLabels(List.of(
            topic("C01", "城乡建设", null, false),
            topic("C0101", "供水", "C01", false),
            topic("C010101", "停水", "C0101", true),
            topic("C02", "供水", null, false),
            topic("C0201", "水费", "C02", true)));

    @Test
    void aLabelIsACodeOrAName() {
        assertThat(TREE.topic("C010101")).map(Category::name).contains("停水");
        assertThat(TREE.topic("停水")).map(Category::code).contains("C010101");
        assertThat(TREE.topic("路灯")).isEmpty();
    }

    @Test
    void ofTopicsThatShareANameTheHighestIsMeant() {
        assertThat(TREE.topic("供水")).map(Category::code).contains("C02");
    }

    @Test
    void knowsTheFieldAboveALabel() {
        assertThat(TREE.fieldOf("停水")).isEqualTo("C01");
        assertThat(TREE.fieldOf("C0201")).isEqualTo("C02");
        assertThat(TREE.fieldOf("城乡建设")).isEqualTo("C01");
        assertThat(TREE.fieldOf("路灯")).isEqualTo("路灯");
    }

    @Test
    void tellsLeavesFromBranches() {
        assertThat(TREE.isLeaf("停水")).isTrue();
        assertThat(TREE.isLeaf("C0101")).isFalse();
        assertThat(TREE.isLeaf("路灯")).isFalse();
    }

    private static Category topic(String code, String name, @Nullable String parent, boolean leaf) {
        return new Category(code, name, parent, leaf, null, List.of());
    }
}
