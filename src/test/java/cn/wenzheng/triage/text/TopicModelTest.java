package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicModelTest {

    private static final TopicModel LEAVES = BuiltIn.get().topics();

    @Test
    void tellsWhatWordsAreAbout() {
        TopicGuess best = LEAVES.rank(Words.of("小区门口的路灯坏了三盏，晚上黑漆漆的")).get(0);
        assertThat(best.label()).startsWith("C0106");
        assertThat(best.speaks()).anyMatch(word -> word.contains("路灯"));
    }

    @Test
    void ranksEveryLabelAndSharesOneCertaintyAmongThem() {
        List<TopicGuess> guesses = LEAVES.rank(Words.of("医保报销的比例是多少"));
        assertThat(guesses).hasSize(300);
        assertThat(guesses.stream().mapToDouble(TopicGuess::certainty).sum()).isCloseTo(1, within(1e-9));
        assertThat(guesses).isSortedAccordingTo((a, b) -> Double.compare(b.certainty(), a.certainty()));
    }

    @Test
    void judgesAlikeAfterItWasStored() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        LEAVES.write(stored);
        TopicModel read = TopicModel.read(new ByteArrayInputStream(stored.toByteArray()));
        Words words = new Words("垃圾没人收", "楼下的垃圾桶满了一个星期");
        assertThat(read.rank(words)).isEqualTo(LEAVES.rank(words));
        assertThat(read.sureFrom()).isEqualTo(LEAVES.sureFrom());
        assertThat(stored.size()).as("bytes").isLessThan(8_000_000);
    }

    @Test
    void learnsTheSameFromTheSame() {
        List<Labelled> examples = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            examples.add(new Labelled(Words.of("路灯不亮第" + (char) ('甲' + at) + "盏"), "灯"));
            examples.add(new Labelled(Words.of("自来水停了" + (char) ('乙' + at) + "家"), "水"));
        }
        Words asked = Words.of("路灯坏了");
        assertThat(TopicModel.train(examples).rank(asked))
                .isEqualTo(TopicModel.train(examples).rank(asked));
        assertThat(TopicModel.train(examples).rank(asked).get(0).label()).isEqualTo("灯");
    }

    @Test
    void refusesExamplesOfOneLabel() {
        List<Labelled> one = List.of(new Labelled(Words.of("路灯"), "灯"), new Labelled(Words.of("灯"), "灯"));
        assertThatThrownBy(() -> TopicModel.train(one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoModel() {
        ByteArrayInputStream noise = new ByteArrayInputStream(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> TopicModel.read(noise)).isInstanceOf(IOException.class);
    }

    @Test
    void looksAtNoMoreOfAVeryLongTextThanOfALetter() {
        Folded folded = Folded.of("停水了，请尽快处理。".repeat(2000));
        assertThat(folded.length()).isLessThanOrEqualTo(1500);
    }
}
