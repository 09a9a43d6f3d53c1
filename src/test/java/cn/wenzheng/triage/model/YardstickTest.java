package cn.wenzheng.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Category;
import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.TopicModel;
import cn.wenzheng.triage.text.Words;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class YardstickTest {

    private static final TreeLabels TREE = new TreeLabels(List.of(
            new Category("C01", "城乡建设", null, false, null, List.of()),
            new Category("C0101", "停水", "C01", true, null, List.of()),
            new Category("C0102", "路灯", "C01", true, null, List.of()),
            new Category("C02", "交通", null, false, null, List.of()),
            new Category("C0201", "公交", "C02", true, null, List.of())));

    @Test
    void fewDecisionsSayNothing() {
        assertThat(new Yardstick(TREE, decisions("C0101", 19)).saysEnough()).isFalse();
        assertThat(new Yardstick(TREE, decisions("C0101", 20)).saysEnough()).isTrue();
    }

    @Test
    void countsTopicsWhereBothKnowTopics() {
        Comparison compared = new Yardstick(TREE, decisions("C0101", 20))
                .compare(says("C0101", List.of("C0101", "C0102")), says("C0102", List.of("C0101", "C0102")));
        assertThat(compared.rows()).isEqualTo(20);
        assertThat(compared.accuracy()).isEqualTo(1.0);
        assertThat(compared.before()).isEqualTo(0.0);
    }

    @Test
    void countsFieldsWhereOneKnowsNoMore() {
        Comparison compared = new Yardstick(TREE, decisions("C0101", 20))
                .compare(says("城乡建设", List.of("城乡建设", "交通")), says("C0102", List.of("C0102", "C0201")));
        assertThat(compared.accuracy()).isEqualTo(1.0);
        assertThat(compared.before()).isEqualTo(1.0);
    }

    @Test
    void weighsRareTopicsLikeFrequentOnes() {
        List<String> truth = List.of("a", "a", "a", "b");
        List<String> said = List.of("a", "a", "a", "a");
        assertThat(Yardstick.accuracy(truth, said)).isEqualTo(0.75);
        assertThat(Yardstick.macroF1(truth, said)).isCloseTo((6.0 / 7 + 0) / 2, within(1e-9));
    }

    private static List<Labelled> decisions(String label, int many) {
        return Collections.nCopies(many, new Labelled(Words.of("停水"), label));
    }

    private static TopicModel says(String label, List<String> labels) {
        TopicModel model = mock(TopicModel.class);
        when(model.labels()).thenReturn(labels);
        when(model.rank(any())).thenReturn(List.of(new TopicGuess(label, 1, List.of())));
        return model;
    }
}
