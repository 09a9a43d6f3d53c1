package cn.wenzheng.triage.matter;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away at night by what old petitions were found: of a place with a history the old ones would hide the new ones. Two
 * nodes that do it at once share the work.
 */
@Component
class SignatureRetention {

    /** Small enough that nobody waits for its locks. */
    private static final int AT_ONCE = 10_000;

    private final SignatureRows rows;
    private final MatterSettings settings;
    private final Clock clock;

    SignatureRetention(SignatureRows rows, MatterSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "${wenzheng.zone}")
    void forgetOld() {
        int gone;
        do {
            gone = rows.forget(clock.instant().minus(settings.closedFor()), AT_ONCE);
        } while (gone == AT_ONCE);
    }
}
