package cn.wenzheng.notice;

import java.time.Clock;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes old notices away at night; two nodes that do it at once share the work. */
@Component
@EnableScheduling
class Retention {

    /** Small enough that nobody waits for its locks. */
    private static final int AT_ONCE = 10_000;

    private final NoticeRows rows;
    private final NoticeSettings settings;
    private final Clock clock;

    Retention(NoticeRows rows, NoticeSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "${wenzheng.zone}")
    void forgetOld() {
        int gone;
        do {
            gone = rows.forget(clock.instant().minus(settings.keep()), AT_ONCE);
        } while (gone == AT_ONCE);
    }
}
