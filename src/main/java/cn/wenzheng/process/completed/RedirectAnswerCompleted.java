package cn.wenzheng.process.completed;

import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand.Redirect;
import cn.wenzheng.petition.delivery.DeliveryCommand.RedirectStep;
import cn.wenzheng.process.AnswerDelivery.Elements;
import org.springframework.stereotype.Component;

/** A person has decided about an answer that cannot be delivered as it is. */
@Component
class RedirectAnswerCompleted extends DeliveryCompleted {

    RedirectAnswerCompleted(DeliveryCalls calls) {
        super(Elements.TASK_REDIRECT_ANSWER, Redirect.class, calls);
    }

    @Override
    DeliveryCommand command(Form form) {
        return new Redirect(form.choice("step", RedirectStep.class), form.text("words"), form.text("reason"));
    }
}
