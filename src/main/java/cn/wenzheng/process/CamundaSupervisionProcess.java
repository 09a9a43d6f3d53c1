package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.process.Supervision.Variables;
import cn.wenzheng.supervision.Slip;
import cn.wenzheng.supervision.SlipCommand;
import cn.wenzheng.supervision.SlipTask;
import cn.wenzheng.supervision.SupervisionProcess;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Carries supervision slips on Camunda: one instance of {@link Supervision} each. */
@Component
class CamundaSupervisionProcess implements SupervisionProcess {

    /** Why a process ended before its end, as the engine's history keeps it. */
    private static final String ENDED = "slip ended";

    private final RuntimeService runtime;
    private final OpenTasks open;
    private final Steps steps;
    private final TaskEnding ending;
    private final TimersOfSlips timers;

    CamundaSupervisionProcess(
            RuntimeService runtime, OpenTasks open, Steps steps, TaskEnding ending, TimersOfSlips timers) {
        this.runtime = runtime;
        this.open = open;
        this.steps = steps;
        this.ending = ending;
        this.timers = timers;
    }

    @Override
    public void begin(String slip, String petition, String unit, boolean top) {
        Map<String, Object> variables = Map.of(
                Variables.SLIP.name(), slip,
                Variables.UNIT_CODE.name(), unit,
                Variables.RAISED_TO_TOP.name(), top);
        runtime.startProcessInstanceByKey(Supervision.KEY, petition, variables);
    }

    @Override
    public void move(Collection<Slip> slips) {
        timers.set(slips);
    }

    @Override
    public void end(String slip, String petition) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(Supervision.KEY)
                .processInstanceBusinessKey(petition)
                .variableValueEquals(Variables.SLIP.name(), slip)
                .list()
                .forEach(supervised -> runtime.deleteProcessInstance(supervised.getId(), ENDED));
    }

    @Override
    public boolean complete(String slip, SlipTask task, SlipCommand command, Actor actor) {
        return steps.take(actor, () -> {
            Optional<OpenTask> wanted = open.ofSlip(slip, Words.elementOf(task), Groups.of(actor));
            wanted.ifPresent(found -> ending.end(found, CommandFields.of(command), actor));
            return wanted.isPresent();
        });
    }
}
