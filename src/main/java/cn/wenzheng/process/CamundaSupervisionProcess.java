package cn.wenzheng.process;

import cn.wenzheng.supervision.SupervisionProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Carries supervision slips on Camunda: one instance of {@link Supervision} each. */
@Component
class CamundaSupervisionProcess implements SupervisionProcess {

    private final RuntimeService runtime;

    CamundaSupervisionProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(String slip, String petition, String unit) {
        Map<String, Object> variables =
                Map.of(Supervision.Variables.SLIP.name(), slip, Supervision.Variables.UNIT_CODE.name(), unit);
        runtime.startProcessInstanceByKey(Supervision.KEY, petition, variables);
    }
}
