package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.petition.Stage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DeadlineExplanationTest {

    @BeforeEach
    void aReaderOfEnglishAsks() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void heIsGone() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theDayOfTheStartDoesNotCountBeforeAPauseOfANextDayLimit() {
        assertThat(counted(paused("2026-03-11 10:00", "2026-03-11 12:00")))
                .first()
                .asString()
                .contains("2026-03-11 09:00 to 10:00")
                .doesNotContain("2026-03-10");
    }

    @Test
    void theDayOfTheStartDoesNotCountAfterAPauseWithinIt() {
        assertThat(counted(paused("2026-03-10 11:00", "2026-03-10 12:00")))
                .singleElement()
                .asString()
                .doesNotContain("2026-03-10");
    }

    private static ClockState paused(String from, String until) {
        return ClockState.started(City.at("2026-03-10 10:00"), Budget.read("next-day 2/1"), null)
                .paused(City.at(from), City.at(until));
    }

    private static List<String> counted(ClockState clock) {
        return City.explanation()
                .limit(
                        Stage.HANDLING,
                        clock,
                        clock.project(City.PLAIN_WEEK, ClockStateTest.points()).dueAt(),
                        City.PLAIN_WEEK)
                .stream()
                .filter(sentence -> sentence.startsWith("Working time that counts"))
                .toList();
    }
}
