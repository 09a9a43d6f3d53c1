package cn.wenzheng.petition.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.petition.PetitionStatus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLineTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, x>---",
        "ACCEPTED, xx>--",
        "ASSIGNED, xx>--",
        "REDO, xx>--",
        "HANDLED, xxx>-",
        "REVIEWED, xxxx>",
        "CLOSED, xxxxx",
        "REFUSED, x----",
        "WITHDRAWN, x----"
    })
    void showsHowFarAPetitionIs(PetitionStatus status, String line) {
        assertThat(drawn(StageLine.of(status))).isEqualTo(line);
    }

    private static String drawn(List<StageLine.Step> steps) {
        StringBuilder line = new StringBuilder();
        steps.forEach(step -> line.append(step.passed() ? 'x' : step.current() ? '>' : '-'));
        return line.toString();
    }
}
