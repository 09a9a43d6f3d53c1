package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningFromHistoryTest {

    /** None of its examples has a run of this text but the house's samples do. */
    private static final Words UNHEARD = Words.of("自来水水压");

    private final List<Labelled> history = history();

    @Test
    void knowsWordsOfTheHouseThatNoExampleHas() {
        assertThat(Learning.ofHistory(history).rank(UNHEARD).get(0).label()).isEqualTo("甲局");
        assertThat(TopicModel.train(history).rank(UNHEARD))
                .extracting(TopicGuess::certainty)
                .allSatisfy(certainty -> assertThat(certainty).isEqualTo(0.5, within(1e-9)));
    }

    @Test
    void storesWhatIsThoughtBeforehandWithTheModel() throws IOException {
        TopicModel model = Learning.ofHistory(history);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        model.write(stored);
        TopicModel read = TopicModel.read(new ByteArrayInputStream(stored.toByteArray()));
        assertThat(read.rank(UNHEARD)).isEqualTo(model.rank(UNHEARD));
    }

    private static List<Labelled> history() {
        List<Labelled> history = new ArrayList<>();
        for (String place : List.of("东", "西", "南", "北", "前", "后")) {
            for (String trouble : List.of("路灯坏了", "井盖破损", "垃圾没人收", "暖气不热")) {
                history.add(new Labelled(Words.of(place + trouble), "甲局"));
            }
            for (String trouble : List.of("老师体罚", "食堂饭菜差", "学校补课", "幼儿园入园")) {
                history.add(new Labelled(Words.of(place + trouble), "乙局"));
            }
        }
        return history;
    }
}
