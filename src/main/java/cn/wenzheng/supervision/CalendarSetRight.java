package cn.wenzheng.supervision;

import cn.wenzheng.deadline.BreachUndone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes slips back when the calendar they stood on was wrong, in the transaction that sets the limit right. */
@Component
class CalendarSetRight {

    private final SupervisionDesk desk;

    CalendarSetRight(SupervisionDesk desk) {
        this.desk = desk;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void undo(BreachUndone undone) {
        desk.undo(undone.limit());
    }
}
