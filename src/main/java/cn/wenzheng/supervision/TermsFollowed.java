package cn.wenzheng.supervision;

import cn.wenzheng.deadline.CalendarsCounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the slips that have a term of their own follow the calendars it is counted by. */
@Component
@Transactional
class TermsFollowed {

    private final LimitSlips limits;
    private final SlipTerms terms;
    private final SlipRecord record;
    private final ObjectProvider<SupervisionProcess> process;

    TermsFollowed(LimitSlips limits, SlipTerms terms, SlipRecord record, ObjectProvider<SupervisionProcess> process) {
        this.limits = limits;
        this.terms = terms;
        this.record = record;
        this.process = process;
    }

    /** Nobody is to be raised on a day that has become a holiday; and an edit ends no term before its own moment. */
    @EventListener
    void countTerms(CalendarsCounted counted) {
        List<Slip> moved = new ArrayList<>();
        for (Slip slip : limits.lockedTerms(counted.at())) {
            Instant term = terms.term(slip.unit(), slip.rung(), slip.openedAt());
            Slip anew = slip.movedTo(slip.limitDueAt(), term.isAfter(counted.at()) ? term : counted.at());
            if (!anew.dueAt().equals(slip.dueAt())) {
                limits.move(anew);
                record.moved(slip, anew);
                moved.add(anew);
            }
        }
        if (!moved.isEmpty()) {
            process.getObject().move(moved);
        }
    }
}
