package cn.wenzheng.process.sweep;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks once a minute, at one node, whether every running limit has its timers and its task its due date, and puts
 * right what has not; so a timer that was lost by whatever accident is missed for a minute at most.
 */
@Component
class TimerSweep {

    private static final Logger LOG = LoggerFactory.getLogger(TimerSweep.class);

    private final AstrayRows rows;
    private final TimerRepair repair;
    private final LostTasks lost;
    private final SweepTurn turn;

    TimerSweep(AstrayRows rows, TimerRepair repair, LostTasks lost, SweepTurn turn) {
        this.rows = rows;
        this.repair = repair;
        this.lost = lost;
        this.turn = turn;
    }

    /** Turns with the engine's clockwork: where jobs are fired by hand, nothing is swept by itself. */
    @Component
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class EveryMinute {

        private final TimerSweep sweep;

        EveryMinute(TimerSweep sweep) {
            this.sweep = sweep;
        }

        /** Every node asks more often than it is anybody's turn, so that a node that dies is replaced within seconds. */
        @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
        void look() {
            if (sweep.turn.taken()) {
                sweep.sweep();
            }
        }
    }

    /** How many were put right or noted. */
    int sweep() {
        List<Astray> found = rows.read();
        int repaired = (int) found.stream().filter(this::repaired).count();
        if (found.size() < AstrayRows.AT_ONCE) {
            lost.keepOnly(found);
        }
        if (repaired > 0) {
            LOG.warn("Timers, due dates or tasks that did not fit their limits: {}; the journal names them", repaired);
        }
        return repaired;
    }

    /** One that cannot be put right must not keep the others from it. */
    private boolean repaired(Astray astray) {
        try {
            return repair.repair(astray);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} of petition {} at {} could not be put right: {}",
                    astray.what(),
                    astray.petition(),
                    astray.place(),
                    NestedExceptionUtils.getMostSpecificCause(failed).getClass().getName());
            return false;
        }
    }
}
