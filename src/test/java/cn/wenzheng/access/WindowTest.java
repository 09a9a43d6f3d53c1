package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a list ends. */
class WindowTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "50,0", "51,1", "100,1", "101,2"})
    void countsItsPagesFromNought(long total, long last) {
        assertThat(Window.of(null, null).last(total)).isEqualTo(last);
    }
}
