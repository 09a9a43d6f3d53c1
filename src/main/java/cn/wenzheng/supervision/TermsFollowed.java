package cn.wenzheng.supervision;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.MovedTerm;
import cn.wenzheng.deadline.TermsBeside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the slips that have a term of their own follow the calendars it is counted by. */
@Component
@Transactional
class TermsFollowed implements TermsBeside {

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

    @Override
    public Some look(@Nullable String after, int size, Instant at, Calendars others) {
        List<Slip> slips = limits.terms(after, size, at);
        List<MovedTerm> moved = slips.stream()
                .map(slip -> moved(slip, terms.inTerm(slip, at, others)))
                .filter(term -> term.isLater() || term.isEarlier())
                .toList();
        return new Some(
                moved,
                slips.size(),
                slips.isEmpty() ? null : slips.get(slips.size() - 1).id());
    }

    /** Nobody is to be raised on a day that has become a holiday. */
    @Override
    public List<MovedTerm> countAnew(Instant at) {
        List<Slip> followed = new ArrayList<>();
        List<MovedTerm> moved = new ArrayList<>();
        for (Slip slip : limits.lockedTerms(at)) {
            Slip anew = terms.inTerm(slip, at);
            if (!anew.dueAt().equals(slip.dueAt())) {
                limits.move(anew);
                record.moved(slip, anew);
                followed.add(anew);
                moved.add(moved(slip, anew));
            }
        }
        if (!followed.isEmpty()) {
            process.getObject().move(followed);
        }
        return moved;
    }

    private static MovedTerm moved(Slip slip, Slip anew) {
        LimitKey about = new LimitKey(slip.petition(), slip.stage(), slip.unit(), slip.round());
        return new MovedTerm(slip.id(), about, SlipTerms.standsOnItsOwn(slip), slip.dueAt(), anew.dueAt());
    }
}
