package cn.wenzheng.channel.inbox;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets requests as they came in when nobody needs them to look into a fault any more. */
@Component
class Forgetting {

    private final InboundRows rows;
    private final InboxSettings settings;
    private final Clock clock;

    Forgetting(InboundRows rows, InboxSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "${wenzheng.zone}")
    void forget() {
        rows.forgetRaw(clock.instant().minus(settings.rawRetention()));
    }
}
