package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.Duty;
import cn.wenzheng.petition.delivery.AnswerDelivery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a case sheet says of answers: where they are on their way, and how the next one would look in public. */
@Component
class SheetAnswers {

    private final ObjectProvider<AnswerDelivery> delivery;
    private final CurrentActor current;

    SheetAnswers(ObjectProvider<AnswerDelivery> delivery, CurrentActor current) {
        this.delivery = delivery;
        this.current = current;
    }

    List<AnswerDelivery.Carried> carried(String number) {
        AnswerDelivery carrier = delivery.getIfAvailable();
        return carrier == null ? List.of() : carrier.carried(number, current.get());
    }

    /** For the reviewer before he lets the answer out; null when there is nothing to show. */
    AnswerDelivery.@Nullable Preview preview(CaseSheet sheet) {
        AnswerDelivery carrier = delivery.getIfAvailable();
        if (carrier == null || !sheet.actions().contains("review")) {
            return null;
        }
        return sheet.units().stream()
                .filter(part -> part.duty() == Duty.LEAD && part.publicAnswer() != null)
                .reduce((earlier, later) -> later)
                .flatMap(part -> carrier.preview(sheet.number(), String.valueOf(part.publicAnswer())))
                .orElse(null);
    }
}
