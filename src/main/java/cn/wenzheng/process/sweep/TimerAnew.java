package cn.wenzheng.process.sweep;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Gives a waiting task its timer once more, as the engine has done when the task began: the model's own expression asks
 * the limit for the date, and what is past wakes up at once.
 *
 * <p>There is no way to it through the engine's services.
 *
 * @param execution where the task waits
 * @param timer the boundary event
 */
record TimerAnew(String execution, String timer) implements Command<Boolean> {

    @Override
    public Boolean execute(CommandContext context) {
        ExecutionEntity waiting = context.getExecutionManager().findExecutionById(execution);
        if (waiting == null || waiting.getActivity() == null || hasTimer(context)) {
            return false;
        }
        TimerDeclarationImpl declared = TimerDeclarationImpl.getDeclarationsForScope(waiting.getActivity())
                .get(timer);
        if (declared == null) {
            return false;
        }
        // Whoever ends the task meanwhile finds the execution changed and does not leave an orphan behind.
        waiting.forceUpdate();
        declared.createTimerInstance(waiting);
        return true;
    }

    private boolean hasTimer(CommandContext context) {
        return context.getJobManager().findJobsByExecutionId(execution).stream()
                .anyMatch(job -> timer.equals(job.getJobHandlerConfigurationRaw()));
    }
}
