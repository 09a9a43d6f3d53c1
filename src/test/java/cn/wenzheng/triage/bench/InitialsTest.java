package cn.wenzheng.triage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {

    @Test
    void spellsANameByTheFirstLetterOfEachSign() {
        assertThat(Initials.of("照明管理所")).contains("zmgls");
    }

    @Test
    void knowsBothReadingsOfASign() {
        assertThat(Initials.of("银行")).contains("yh", "yx");
    }

    @Test
    void lettersAndDigitsStandForThemselvesAndOtherSignsForNothing() {
        assertThat(Initials.of("12345（A）🙂")).containsExactly("12345a");
    }

    @Test
    void neverHasMoreWaysThanAnybodyTypes() {
        assertThat(Initials.of("重重重重重重重重重重")).hasSizeLessThanOrEqualTo(8);
    }
}
