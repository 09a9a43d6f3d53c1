package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.StillClock;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The engine has no time of its own. */
class EngineClockTest extends ProcessScene {

    @Test
    void datesWhatHappensByTheProductsClock() {
        clock.shows("2026-03-14 09:30");
        process.begin(number);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getCreateTime())
                .isEqualTo(Date.from(StillClock.local("2026-03-14 09:30")));
    }

    @Test
    void wakesATimerAsSoonAsTheClockHasPassedIt() {
        clock.shows("2026-03-16 13:59");
        process.begin(number);
        String overdue = jobs(Elements.BOUNDARY_EVENT_ACCEPTANCE_OVERDUE).get(0).getId();
        assertThat(executable(overdue)).isZero();
        clock.shows("2026-03-16 14:01");
        assertThat(executable(overdue)).isOne();
    }

    private long executable(String job) {
        return management.createJobQuery().jobId(job).executable().count();
    }
}
