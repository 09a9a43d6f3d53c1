package cn.wenzheng.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-16");

    @ParameterizedTest
    @CsvSource({
        ",,true",
        "2026-03-16,,true",
        "2026-03-17,,false",
        ",2026-03-16,true",
        ",2026-03-15,false",
        "2026-03-16,2026-03-16,true"
    })
    void holdsFromItsFirstToItsLastDay(String from, String to, boolean holds) {
        assertThat(Term.of(from, to).holdsOn(DAY)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        ",,2026-01-01,2026-01-31,true",
        ",2025-12-31,2026-01-01,,false",
        ",2026-01-01,2026-01-01,,true",
        "2026-02-01,,,2026-01-31,false"
    })
    void overlapsAnotherWhenTheyShareADay(String from, String to, String otherFrom, String otherTo, boolean overlaps) {
        Term one = Term.of(from, to);
        Term other = Term.of(otherFrom, otherTo);
        assertThat(one.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(one)).isEqualTo(overlaps);
    }

    @Test
    void readsWhatExcelMakesOfADay() {
        assertThat(Term.of("2026-03-16 00:00:00", " ")).isEqualTo(new Term(DAY, null));
    }

    @ParameterizedTest
    @CsvSource({"明天", "2026-02-30", "16.03.2026", "0001-01-01", "9999-12-31"})
    void refusesWhatIsNoDay(String written) {
        assertThatThrownBy(() -> Term.of(written, null))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::slug)
                .isEqualTo("day-malformed");
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        assertThatThrownBy(() -> Term.of("2026-03-16", "2026-03-15"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::slug)
                .isEqualTo("term-ends-before-it-begins");
    }
}
