package cn.wenzheng.process;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.supervision.SlipCommand;
import cn.wenzheng.supervision.SlipTask;
import cn.wenzheng.supervision.SupervisionProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Carries supervision slips on Camunda: one instance of {@link Supervision} each. */
@Component
class CamundaSupervisionProcess implements SupervisionProcess {

    private final RuntimeService runtime;
    private final OpenTasks open;
    private final Steps steps;
    private final TaskEnding ending;

    CamundaSupervisionProcess(RuntimeService runtime, OpenTasks open, Steps steps, TaskEnding ending) {
        this.runtime = runtime;
        this.open = open;
        this.steps = steps;
        this.ending = ending;
    }

    @Override
    public void begin(String slip, String petition, String unit) {
        Map<String, Object> variables =
                Map.of(Supervision.Variables.SLIP.name(), slip, Supervision.Variables.UNIT_CODE.name(), unit);
        runtime.startProcessInstanceByKey(Supervision.KEY, petition, variables);
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
