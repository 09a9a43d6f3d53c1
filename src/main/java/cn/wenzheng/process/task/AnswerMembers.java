package cn.wenzheng.process.task;

import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.process.MatterHandling;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the next members of a matter answered; the diagram comes back until there are none.
 *
 * <p>A batch is a transaction of its own beside the job's, so that what fails together can be tried one by one: one member
 * whose answer fails holds up no other. The job fails only when nobody but such members is left.
 */
@Component
class AnswerMembers implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerMembers.class);

    private final MatterDesk desk;

    AnswerMembers(MatterDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String matter = execution.getProcessBusinessKey();
        MatterHandling.Variables.MEMBERS_ANSWERED.set(execution, answered(matter));
    }

    private boolean answered(String matter) {
        try {
            return apart(() -> desk.answerNext(matter));
        } catch (RuntimeException failed) {
            LOG.warn("Members of {} are answered one by one: {}", matter, failed.getClass());
            oneByOne(matter, failed);
            return false;
        }
    }

    private void oneByOne(String matter, RuntimeException failed) {
        List<String> next = desk.nextOf(matter);
        long answered = next.stream().filter(member -> alone(matter, member)).count();
        if (answered == 0) {
            throw failed;
        }
    }

    private boolean alone(String matter, String member) {
        try {
            return apart(() -> {
                desk.answer(matter, member);
                return true;
            });
        } catch (RuntimeException failed) {
            LOG.warn("The answer to {} cannot reach its member {}: {}", matter, member, failed.getClass());
            return apart(() -> {
                desk.setAside(matter, member);
                return false;
            });
        }
    }

    /** In a transaction and with a memory of the engine's own: nothing of what fails stays. */
    private static <T> T apart(Supplier<T> work) {
        return Context.getProcessEngineConfiguration()
                .getCommandExecutorTxRequiresNew()
                .execute(context -> work.get());
    }
}
