package cn.wenzheng.process.completed;

import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand.Clear;
import cn.wenzheng.petition.delivery.DeliveryCommand.ClearStep;
import cn.wenzheng.process.AnswerDelivery.Elements;
import org.springframework.stereotype.Component;

/** A person has cleared a public text, or let it go. */
@Component
class ClearAnswerCompleted extends DeliveryCompleted {

    ClearAnswerCompleted(DeliveryCalls calls) {
        super(Elements.TASK_CLEAR_ANSWER, Clear.class, calls);
    }

    @Override
    DeliveryCommand command(Form form) {
        return new Clear(form.choice("step", ClearStep.class), form.text("words"), form.text("reason"));
    }
}
