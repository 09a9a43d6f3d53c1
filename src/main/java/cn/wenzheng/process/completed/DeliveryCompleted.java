package cn.wenzheng.process.completed;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.process.AnswerDelivery.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the three tasks of a delivery have in common: a decision that sends it once more, or does not. */
abstract class DeliveryCompleted extends Completed {

    private final DeliveryCalls calls;

    DeliveryCompleted(String element, Class<? extends DeliveryCommand> command, DeliveryCalls calls) {
        super(element, FormKeys.fieldsOf(command));
        this.calls = calls;
    }

    abstract DeliveryCommand command(Form form);

    @Override
    final void decide(DelegateTask task, Form form, Actor actor) {
        boolean again = calls.decide(Variables.DELIVERY.get(task), command(form), actor);
        Variables.SEND_AGAIN.set(task, again);
        Variables.TEXT_CLEAR.set(task, true);
    }
}
