package cn.wenzheng.triage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.triage.Similar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StormsTest {

    @Test
    void nearIdenticalPostsStandUnderTheFirstOfThem() {
        Map<String, List<Similar>> similar = Map.of("B", near("A", 0.95), "D", near("B", 0.92));

        assertThat(Storms.among(List.of("A", "B", "C", "D"), similar))
                .containsExactly(Map.entry("A", 3), Map.entry("C", 1));
    }

    @Test
    void whatIsOnlyAlikeStaysALineOfItsOwn() {
        assertThat(Storms.among(List.of("A", "B"), Map.of("B", near("A", 0.7)))).containsKeys("A", "B");
    }

    @Test
    void whatIsNotInTheQueueGathersNobody() {
        Map<String, List<Similar>> similar = Map.of("A", near("X", 0.99), "B", near("X", 0.99));

        assertThat(Storms.among(List.of("A", "B"), similar)).hasSize(2);
    }

    private static List<Similar> near(String number, double certainty) {
        return List.of(new Similar(number, certainty, List.of(), true, null));
    }
}
