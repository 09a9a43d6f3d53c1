package cn.wenzheng.petition;

import cn.wenzheng.access.OneNodeAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the pauses that are over, a few seconds late at most. The clocks run on by themselves, as their ledgers know the end
 * from the beginning; only the petition's state waits for this turn.
 */
@Component
class PausesOver {

    private static final Logger LOG = LoggerFactory.getLogger(PausesOver.class);

    private final ClockDesk desk;
    private final OneNodeAtATime turns;

    PausesOver(ClockDesk desk, OneNodeAtATime turns) {
        this.desk = desk;
        this.turns = turns;
    }

    @Scheduled(
            initialDelayString = "${wenzheng.petition.pauses-over:PT10S}",
            fixedDelayString = "${wenzheng.petition.pauses-over:PT10S}")
    void look() {
        if (!desk.pausesOver().isEmpty()) {
            turns.run("pauses-over", this::end);
        }
    }

    /** Every petition in its own transaction: one that cannot go on keeps no other waiting. */
    void end() {
        for (String number : desk.pausesOver()) {
            try {
                desk.pauseIsOver(number);
            } catch (RuntimeException failed) {
                LOG.warn(
                        "the pause of {} is looked at again: {}",
                        number,
                        failed.getClass().getName());
            }
        }
    }
}
