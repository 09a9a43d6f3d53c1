package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({"张三丰,张**", "李,*", "𠮷野家,𠮷**"})
    void leavesTheFirstCharacterOfAName(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13912345678,139****5678", "6012345,*****45", "12,*2", "+8613912345678,+86*******5678"})
    void leavesTheEndsOfAPhone(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"zhang@example.org,z***@example.org", "z@example.org,***@example.org", "zhang,***"})
    void leavesTheDomainOfAnAddress(String email, String masked) {
        assertThat(Masking.email(email)).isEqualTo(masked);
    }

    @Test
    void hasNothingToMaskWhereNothingIs() {
        assertThat(Masking.name(null)).isNull();
        assertThat(Masking.phone(null)).isNull();
        assertThat(Masking.email(null)).isNull();
    }
}
