package cn.wenzheng.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;

/** Every variable that may stand in the engine; what else a completion brings is refused. */
public final class ModelVariables {

    public static final Set<String> NAMES = Stream.of(
                    PetitionHandling.Variables.ACCEPTED.name(),
                    PetitionHandling.Variables.INTAKE.name(),
                    PetitionHandling.Variables.SETTLED.name(),
                    PetitionHandling.Variables.UNIT_CODE.name(),
                    PetitionHandling.Variables.LEAD_IS_DONE.name(),
                    PetitionHandling.Variables.UNIT_RESPONSIBLE.name(),
                    PetitionHandling.Variables.RULING_NEEDED.name(),
                    PetitionHandling.Variables.ANSWER_SATISFIES.name(),
                    PetitionHandling.Variables.MATTER.name(),
                    MatterHandling.Variables.MEMBERS_ANSWERED.name(),
                    Supervision.Variables.SLIP.name(),
                    Supervision.Variables.UNIT_CODE.name(),
                    Supervision.Variables.SLIP_SATISFIES.name(),
                    Supervision.Variables.RAISED_TO_TOP.name(),
                    AnswerDelivery.Variables.DELIVERY.name(),
                    AnswerDelivery.Variables.CHANNEL.name(),
                    AnswerDelivery.Variables.PRECEDENCE.name(),
                    AnswerDelivery.Variables.TEXT_CLEAR.name(),
                    AnswerDelivery.Variables.ANSWER_SENT.name(),
                    AnswerDelivery.Variables.SEND_AGAIN.name(),
                    MultiInstanceActivityBehavior.LOOP_COUNTER,
                    MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES,
                    MultiInstanceActivityBehavior.NUMBER_OF_ACTIVE_INSTANCES,
                    MultiInstanceActivityBehavior.NUMBER_OF_COMPLETED_INSTANCES)
            .collect(Collectors.toUnmodifiableSet());

    private ModelVariables() {}
}
