package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Dates of 2026 that were counted by hand, to the second; the count stands beside each in words. */
class DatedCasesTest {

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvFileSource(resources = "/deadlines-of-2026.txt", delimiter = '|', numLinesToSkip = 1)
    void endsWhereTheHandCountEnds(String arrival, String budget, String due, String counted) {
        assertThat(budget(budget).end(City.at(arrival), PlanOf2026.calendar()))
                .as(counted)
                .isEqualTo(City.at(due));
    }

    private static Budget budget(String words) {
        if (words.equals("promise")) {
            return Promise.WHOLE;
        }
        String[] parts = words.split("[ /]");
        if (words.endsWith(" h")) {
            return Elapsed.hours(Long.parseLong(parts[0]));
        }
        return new WorkingDays(Long.parseLong(parts[0]), parts.length == 3 ? Long.parseLong(parts[1]) : 1);
    }
}
