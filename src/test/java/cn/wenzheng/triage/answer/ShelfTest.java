package cn.wenzheng.triage.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which prepared answers fit a petition, and what one may be. */
class ShelfTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-16");
    private static final List<String> LAMP = List.of("C010601", "C0106", "C01");

    @Test
    void offersWhatIsNearestToTheTopicFirst() {
        Shelf shelf = new Shelf(
                List.of(first("F-1", null), first("F-2", "C01"), first("F-3", "C010601"), first("F-4", "C0106")));
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, LAMP, null, TODAY))
                .extracting(AnswerTemplate::code)
                .containsExactly("F-3", "F-4", "F-2", "F-1");
    }

    @Test
    void offersNothingOfOtherTopicsOrKinds() {
        Shelf shelf = new Shelf(List.of(first("F-1", "C0107"), first("F-2", null)));
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, LAMP, null, TODAY))
                .extracting(AnswerTemplate::code)
                .containsExactly("F-2");
        assertThat(shelf.fitting(AnswerKind.REFUSAL, LAMP, null, TODAY)).isEmpty();
    }

    @Test
    void aPetitionWithoutATopicGetsWhatFitsEveryTopic() {
        Shelf shelf = new Shelf(List.of(first("F-1", "C01"), first("F-2", null)));
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, List.of(), null, TODAY))
                .extracting(AnswerTemplate::code)
                .containsExactly("F-2");
    }

    @Test
    void findsByWordsThatAllHaveToBeThere() {
        Shelf shelf = new Shelf(List.of(first("F-1", null)));
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, LAMP, "巡修　夜间", TODAY)).hasSize(1);
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, LAMP, "f-1", TODAY)).hasSize(1);
        assertThat(shelf.fitting(AnswerKind.FIRST_ANSWER, LAMP, "巡修 井盖", TODAY)).isEmpty();
    }

    @Test
    void offersNothingThatIsNoLongerRightOrUsed() {
        assertThat(template("K-1", TODAY, true).holdsOn(TODAY)).isTrue();
        assertThat(template("K-1", TODAY.minusDays(1), true).holdsOn(TODAY)).isFalse();
        assertThat(template("K-1", null, false).holdsOn(TODAY)).isFalse();
    }

    @Test
    void fillsTheGapsAndLeavesWhatNobodyKnowsToBeSeen() {
        AnswerTemplate template = first("F-1", null);
        assertThat(template.filled("WZ-1", "照明$1所")).isEqualTo("编号 WZ-1，由照明$1所安排夜间巡修");
        assertThat(template.filled("WZ-1", null)).isEqualTo("编号 WZ-1，由{unit}安排夜间巡修");
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好，{name}", "{number", "{{unit}}", "}"})
    void refusesAGapThatNobodyFills(String text) {
        assertThat(slugOf(asked("F-1", AnswerKind.FIRST_ANSWER, null, text, null)))
                .isEqualTo("answer-gap-unknown");
    }

    @Test
    void aRefusalHasAReasonAndNothingElseHas() {
        assertThat(slugOf(asked("R-1", AnswerKind.REFUSAL, null, "不受理", null))).isEqualTo("field-required");
        assertThat(slugOf(asked("F-1", AnswerKind.FIRST_ANSWER, RefusalReason.SECRETS, "您好", null)))
                .isEqualTo("answer-reason-without-refusal");
        assertThat(asked("R-1", AnswerKind.REFUSAL, RefusalReason.SECRETS, "不受理", null)
                        .template()
                        .reason())
                .isEqualTo(RefusalReason.SECRETS);
    }

    @Test
    void knowledgeNamesItsSource() {
        assertThat(slugOf(asked("K-1", AnswerKind.KNOWLEDGE, null, "每年五月", null)))
                .isEqualTo("field-required");
        assertThat(asked("K-1", AnswerKind.KNOWLEDGE, null, "每年五月", "招生办法")
                        .template()
                        .source())
                .isEqualTo("招生办法");
    }

    private static String slugOf(AnswerAsked asked) {
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(asked::template)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> refused[0] = refusal);
        return refused[0].slug();
    }

    private static AnswerAsked asked(
            String code, AnswerKind kind, @Nullable RefusalReason reason, String text, @Nullable String source) {
        return new AnswerAsked(code, kind, reason, null, "标题", text, source, null, null, null);
    }

    private static AnswerTemplate first(String code, @Nullable String category) {
        return new AnswerTemplate(
                code,
                AnswerKind.FIRST_ANSWER,
                null,
                category,
                "路灯",
                "编号 {number}，由{unit}安排夜间巡修",
                null,
                null,
                null,
                true);
    }

    private static AnswerTemplate template(String code, @Nullable LocalDate validUntil, boolean active) {
        return new AnswerTemplate(code, AnswerKind.KNOWLEDGE, null, null, "标题", "内容", "依据", validUntil, null, active);
    }
}
