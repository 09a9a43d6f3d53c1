package cn.wenzheng.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The promise of a first answer (首次响应): one hour of working time, eight hours of rest time, or any mixture.
 *
 * <p>Source: the domain reference, arrival rule. A second of working time uses eight units, a second of rest time one.
 * Time is counted in milliseconds, so a petition that lives in one kind of time has exactly its one or eight hours; in a
 * mixture a last second that is only partly used counts as a whole one.
 *
 * @param units of which the whole promise has 28,800
 */
record Promise(long units) implements Budget {

    static final Promise WHOLE = new Promise(28_800);

    private static final int MILLIS = 1_000;

    /**
     * A part of the promise, used up in one kind of time.
     *
     * @param units rounded up to whole ones
     */
    record Burn(Span span, long units) {}

    @Override
    public Instant end(Instant from, WorkingTime work) {
        List<Burn> burns = burns(from, work);
        return burns.get(burns.size() - 1).span().to();
    }

    @Override
    public Instant end(Instant from, Pauses pauses, WorkingTime work) {
        return end(from, pauses.all().isEmpty() ? work : new Interrupted(work, pauses));
    }

    @Override
    public String written() {
        return "promise " + units;
    }

    @Override
    public Budget share(int percent) {
        return new Promise(units * percent / 100);
    }

    @Override
    public boolean followsCalendar() {
        return true;
    }

    /** How the promise is used up from an instant on, working and rest time in turn. */
    List<Burn> burns(Instant from, WorkingTime work) {
        List<Span> used = new ArrayList<>();
        long left = units * MILLIS;
        for (var day = work.dayOf(from); left > 0; day = day.plusDays(1)) {
            for (Span span : work.wholeDay(day)) {
                left -= use(used, span.after(from), left);
            }
        }
        return shares(used);
    }

    /** Uses up to what is left in the span; returns how much it used. */
    private static long use(List<Span> used, Span span, long left) {
        long cost = span.length().toMillis() * rate(span);
        if (cost == 0 || left == 0) {
            return 0;
        }
        Span last = used.isEmpty() ? null : used.get(used.size() - 1);
        boolean goesOn = last != null && last.working() == span.working();
        Instant from = goesOn ? used.remove(used.size() - 1).from() : span.from();
        Instant to = span.to();
        if (cost > left) {
            to = span.from().plusMillis(Budget.dividedUp(left, rate(span)));
            to = used.isEmpty() ? to : Budget.wholeSecond(to);
        }
        used.add(new Span(from, to, span.working()));
        return Math.min(cost, left);
    }

    private List<Burn> shares(List<Span> used) {
        List<Burn> burns = new ArrayList<>();
        long left = units;
        for (Span span : used) {
            long cost = Math.min(left, Budget.dividedUp(span.length().toMillis() * rate(span), MILLIS));
            burns.add(new Burn(span, cost));
            left -= cost;
        }
        return burns;
    }

    private static int rate(Span span) {
        return span.working() ? 8 : 1;
    }
}
