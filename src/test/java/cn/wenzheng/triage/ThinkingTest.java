package cn.wenzheng.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.triage.SpeakingModel.Speaking;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.TopicModel;
import cn.wenzheng.triage.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What is thought in a city whose tree is not the one that was learnt, and of a place that only the address names. */
class ThinkingTest {

    private static final String NUMBER = "WZ-20260314-000001";

    private static final Words LAMP = Words.of("门口的路灯坏了三天，没有人修。");

    private final OrganizationDesk organization = mock();
    private final ObjectProvider<SpeakingModel> models = mock();
    private final ObjectProvider<Duties> duties = mock();
    private final Thinking thinking = new Thinking(organization, duties, models);

    @BeforeEach
    void theModelIsLearnt() {
        TopicModel topics = mock(TopicModel.class);
        when(topics.rank(any()))
                .thenReturn(List.of(
                        new TopicGuess("C010601", 0.7, List.of("路灯")),
                        new TopicGuess("C010602", 0.2, List.of("路灯")),
                        new TopicGuess("C010101", 0.1, List.of())));
        SpeakingModel model = mock(SpeakingModel.class);
        when(model.speaking()).thenReturn(Optional.of(new Speaking(7, topics)));
        when(models.stream()).thenAnswer(call -> Stream.of(model));
        when(duties.stream()).thenAnswer(call -> Stream.of(new OneUnitPerStreet()));
        when(organization.units())
                .thenReturn(List.of(new Unit("0302", "明月湖街道办事处", 3, "0201"), new Unit("0303", "红柳街道办事处", 3, "0201")));
        when(organization.unitName(any())).thenReturn("街道");
        when(organization.centre()).thenReturn(new Unit("0000", "民生诉求中心", 1, null));
    }

    /** A directory in which everything is its street's. */
    private static final class OneUnitPerStreet implements Duties {

        @Override
        public Optional<Duty> of(String leaf, @Nullable String area) {
            return Optional.ofNullable(area).map(street -> new Duty(street, List.of(), null, "属地"));
        }

        @Override
        public Map<String, String> marks() {
            return Map.of();
        }
    }

    @Test
    void takesTheNextTopicWhereTheCityHasClosedTheLikeliest() {
        knows(leaf("C010602"), leaf("C010101"));
        Guess topic = thinking.about(NUMBER, LAMP, null).category();
        assertThat(topic).isNotNull();
        assertThat(topic.value()).isEqualTo("C010602");
        assertThat(topic.certainty()).isEqualTo(0.2);
    }

    @Test
    void thinksOfNoTopicWhereTheCityKnowsNone() {
        knows(leaf("X1"));
        assertThat(thinking.about(NUMBER, LAMP, null).category()).isNull();
    }

    @Test
    void takesTheFirstLeafBelowATopicUnderWhichTheCityHasItsOwn() {
        knows(new Category("C010601", "路灯", null, false, null, List.of()), leaf("OWN1"), leaf("OWN2"));
        when(organization.categoriesWithin("C010601")).thenReturn(List.of("C010601", "OWN1", "OWN2"));
        Guess topic = thinking.about(NUMBER, LAMP, null).category();
        assertThat(topic).isNotNull();
        assertThat(topic.value()).isEqualTo("OWN1");
        assertThat(topic.label()).isEqualTo("C010601");
    }

    @Test
    void looksForThePlaceInTheAddressWhereTheWordsNameNone() {
        knows(leaf("C010601"));
        Suggestion suggestion = thinking.about(NUMBER, LAMP, "明月湖街道金鼎花园3栋");
        assertThat(suggestion.unit()).extracting(Guess::value).isEqualTo("0302");
        assertThat(suggestion.place()).extracting(Guess::value).asString().contains("金鼎花园");
        assertThat(suggestion.gist().text()).doesNotContain("金鼎");
    }

    @Test
    void keepsThePlaceOfTheWordsWhereTheAddressTellsItsAreaAlone() {
        knows(leaf("C010601"));
        Suggestion suggestion = thinking.about(NUMBER, Words.of("金鼎花园的路灯坏了。"), "明月湖街道");
        assertThat(suggestion.unit()).extracting(Guess::value).isEqualTo("0302");
        assertThat(suggestion.place()).extracting(Guess::value).isEqualTo("金鼎花园");
    }

    @Test
    void believesTheWordsBeforeTheAddress() {
        knows(leaf("C010601"));
        Suggestion suggestion = thinking.about(NUMBER, Words.of("红柳街道的路灯坏了。"), "明月湖街道金鼎花园");
        assertThat(suggestion.unit()).extracting(Guess::value).isEqualTo("0303");
    }

    private void knows(Category... topics) {
        when(organization.categories()).thenReturn(List.of(topics));
        when(organization.category(any()))
                .thenAnswer(asked -> Stream.of(topics)
                        .filter(topic -> topic.code().equals(asked.getArgument(0)))
                        .findFirst());
    }

    private static Category leaf(String code) {
        return new Category(code, "名称" + code, null, true, null, List.of());
    }
}
