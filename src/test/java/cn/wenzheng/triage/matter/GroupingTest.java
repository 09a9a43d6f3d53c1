package cn.wenzheng.triage.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.triage.matter.Grouping.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups hold together as a whole. */
class GroupingTest {

    private static final double THRESHOLD = 0.5;

    @Test
    void putsTogetherWhatIsAlike() {
        assertThat(groups(4, new Pair(0, 2, 0.9), new Pair(1, 3, 0.8))).containsExactly(0, 1, 0, 1);
    }

    @Test
    void leavesStrangersAlone() {
        assertThat(groups(3, new Pair(0, 1, 0.4))).containsExactly(0, 1, 2);
    }

    @Test
    void onePetitionBetweenTwoMattersMakesNoChainOfThem() {
        assertThat(groups(5, new Pair(0, 1, 0.99), new Pair(3, 4, 0.99), new Pair(1, 2, 0.6), new Pair(2, 3, 0.6)))
                .satisfies(group -> assertThat(group[0]).isNotEqualTo(group[4]));
    }

    @Test
    void groupsGrowOneByOneWhenAllAreAlike() {
        assertThat(groups(
                        4,
                        new Pair(0, 1, 0.9),
                        new Pair(0, 2, 0.8),
                        new Pair(1, 2, 0.8),
                        new Pair(0, 3, 0.7),
                        new Pair(1, 3, 0.7),
                        new Pair(2, 3, 0.7)))
                .containsExactly(0, 0, 0, 0);
    }

    private static int[] groups(int size, Pair... pairs) {
        return Grouping.of(size, List.of(pairs), THRESHOLD);
    }
}
