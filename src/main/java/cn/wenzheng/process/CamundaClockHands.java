package cn.wenzheng.process;

import cn.wenzheng.deadline.ClockHands;
import cn.wenzheng.petition.Deadlines.Limit;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Sets the engine's timers and due dates to the clocks, in the transaction in which those are moved. */
@Component
class CamundaClockHands implements ClockHands {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final TimersOfTasks timers;

    CamundaClockHands(ObjectProvider<ProcessEngineConfigurationImpl> engine, TimersOfTasks timers) {
        this.engine = engine;
        this.timers = timers;
    }

    /** By the engine itself, so that a step under way knows of it; it is the clock that moves, and no person. */
    @Override
    public void moved(Collection<Limit> limits) {
        List<Limit> shown = limits.stream()
                .filter(limit -> ClockTimer.hostOf(limit.stage()) != null)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        List<TimersOfTasks.Hand> hands =
                timers.of(shown.stream().map(Limit::petition).distinct().toList());
        try {
            engine.getObject().getCommandExecutorTxRequired().execute(context -> {
                shown.forEach(limit ->
                        hands.stream().filter(hand -> hand.isOf(limit)).forEach(hand -> set(context, hand, limit)));
                return null;
            });
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException("a task or timer has changed meanwhile", overtaken);
        }
    }

    private static void set(CommandContext context, TimersOfTasks.Hand hand, Limit limit) {
        TaskEntity task = context.getTaskManager().findTaskById(hand.task());
        if (task != null && ClockTimer.TASKS.containsKey(limit.stage())) {
            task.setDueDate(Date.from(limit.dueAt()));
        }
        JobEntity job = hand.job() == null ? null : context.getJobManager().findJobById(hand.job());
        Optional<Instant> at = instantOf(hand, limit);
        if (job != null && at.isPresent()) {
            job.setDuedate(Date.from(at.get()));
        }
    }

    private static Optional<Instant> instantOf(TimersOfTasks.Hand hand, Limit limit) {
        return ClockTimer.ALL.stream()
                .filter(timer -> timer.shows(limit) && timer.event().equals(hand.event()))
                .map(timer -> timer.at().apply(limit))
                .findFirst();
    }

    @Override
    public void movedInBulk(Collection<Limit> limits) {
        timers.set(limits);
    }
}
