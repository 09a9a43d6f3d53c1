package cn.wenzheng.process.completed;

import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand.Settle;
import cn.wenzheng.petition.delivery.DeliveryCommand.SettleStep;
import cn.wenzheng.process.AnswerDelivery.Elements;
import org.springframework.stereotype.Component;

/** A person has found out what became of an answer whose fate was unknown. */
@Component
class SettleAnswerCompleted extends DeliveryCompleted {

    SettleAnswerCompleted(DeliveryCalls calls) {
        super(Elements.TASK_SETTLE_ANSWER, Settle.class, calls);
    }

    @Override
    DeliveryCommand command(Form form) {
        return new Settle(form.choice("step", SettleStep.class), form.text("reason"));
    }
}
