package cn.wenzheng.process.task;

import cn.wenzheng.petition.PetitionDesk;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Names the units that get a task each: {@code #{handlingUnits.of(execution)}}.
 *
 * <p>Public because the engine's expressions call methods of public classes only.
 */
@Component
public class HandlingUnits {

    private final PetitionDesk desk;

    HandlingUnits(PetitionDesk desk) {
        this.desk = desk;
    }

    public List<String> of(DelegateExecution execution) {
        return desk.unitsInHand(execution.getProcessBusinessKey());
    }
}
