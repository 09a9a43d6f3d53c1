package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PetitionCommandTest {

    @Test
    void takesTwentyThousandCharactersHoweverWideAndNotOneMore() {
        String emoji = "\uD83D\uDEB0".repeat(PetitionCommand.TEXT);
        assertThat(answer(emoji).answer()).isEqualTo(emoji);
        refuses("field-too-long", "answer", () -> answer(emoji + "水"));
    }

    @Test
    void refusesAnEmptyAnswerAndANullCharacter() {
        refuses("field-required", "answer", () -> answer(" \n "));
        refuses("field-with-null-character", "answer", () -> answer("水\u0000管"));
    }

    @Test
    void keepsExpressionsAndMarkupLiterally() {
        assertThat(answer("${1+1} #{x} <b>水</b>").answer()).isEqualTo("${1+1} #{x} <b>水</b>");
    }

    @Test
    void wantsTheThreeAnswersOfACallBackWhenItReachedSomebodyAndOnlyThen() {
        refuses("field-required", "satisfaction", () -> new PetitionCommand.Close(true, true, true, null, null));
        refuses("answers-without-call", "reached", () -> new PetitionCommand.Close(false, null, true, null, null));
        assertThat(new PetitionCommand.Close(true, true, false, Satisfaction.BASIC, null).solved())
                .isFalse();
    }

    @Test
    void wantsANoteWhenAnAnswerIsSentBack() {
        refuses("field-required", "note", () -> new PetitionCommand.Review(false, " "));
        assertThat(new PetitionCommand.Review(true, null).note()).isNull();
    }

    @Test
    void namesAUnitOnceOnly() {
        refuses("unit-twice", "assisting", () -> new PetitionCommand.Assign("0106", List.of("0106"), null, null));
        refuses(
                "unit-twice",
                "assisting",
                () -> new PetitionCommand.Assign("0106", List.of("0107", "0107"), null, null));
    }

    private static PetitionCommand.Answer answer(String text) {
        return new PetitionCommand.Answer(text, null, true, null, null);
    }

    private static void refuses(String slug, String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.slug()).isEqualTo(slug);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
