package cn.wenzheng.deadline;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Working days (工作日): each minute of work uses its share of that day's work, so a short day counts as one day too.
 *
 * <p>Source: the domain reference, other limits; the continuous reading, in which the day of the start counts with what
 * is left of it. Counted in whole seconds and exact fractions.
 *
 * @param parts the limit in parts of a working day
 * @param ofDay how many parts a working day has
 */
record WorkingDays(long parts, long ofDay) implements Budget {

    static WorkingDays of(int days) {
        return new WorkingDays(days, 1);
    }

    @Override
    public Budget extended(int days) {
        return new WorkingDays(parts + days * ofDay, ofDay);
    }

    @Override
    public String written() {
        return "days " + parts + "/" + ofDay;
    }

    @Override
    public Budget share(int percent) {
        return new WorkingDays(parts * percent, ofDay * 100);
    }

    @Override
    public boolean followsCalendar() {
        return true;
    }

    @Override
    public Instant end(Instant from, WorkingTime work) {
        Instant start = Budget.wholeSecond(from);
        LocalDate day = work.dayOf(start);
        long whole = seconds(work.workOn(day), Instant.MIN);
        long rest = seconds(work.workOn(day), start);
        if (rest > 0 && parts * whole <= rest * ofDay) {
            return within(work.workOn(day), start, Budget.dividedUp(parts * whole, ofDay));
        }
        // Without its share of the first day, what is left are parts of days that count from their beginning.
        long scale = Math.max(whole, 1);
        return onLaterDays(parts * scale - rest * ofDay, ofDay * scale, day.plusDays(1), work);
    }

    /** A day that a pause interrupts counts with the share of its work that is left. */
    @Override
    public Instant end(Instant from, Pauses pauses, WorkingTime work) {
        Instant start = Budget.wholeSecond(from);
        if (pauses.areOverBy(start)) {
            return end(from, work);
        }
        Part left = new Part(BigInteger.valueOf(parts), BigInteger.valueOf(ofDay));
        LocalDate day = work.dayOf(start);
        while (true) {
            List<Span> running = pauses.running(
                    work.workOn(day).stream().map(span -> span.after(start)).toList());
            long whole = seconds(work.workOn(day), Instant.MIN);
            long ran = seconds(running, Instant.MIN);
            long needed = left.of(whole);
            if (ran > 0 && needed <= ran) {
                return within(running, Instant.MIN, needed);
            }
            left = ran == 0 ? left : left.less(ran, whole);
            day = day.plusDays(1);
        }
    }

    /** A number of days, exactly; days of different length have no short common measure. */
    private record Part(BigInteger dividend, BigInteger divisor) {

        /** So much of a day of so many seconds; a second that is only partly used counts as a whole one. */
        long of(long seconds) {
            BigInteger[] whole = dividend.multiply(BigInteger.valueOf(seconds)).divideAndRemainder(divisor);
            return whole[0].longValueExact() + whole[1].signum();
        }

        Part less(long seconds, long ofSeconds) {
            BigInteger all = BigInteger.valueOf(ofSeconds);
            BigInteger rest = dividend.multiply(all).subtract(divisor.multiply(BigInteger.valueOf(seconds)));
            BigInteger common = rest.gcd(divisor.multiply(all));
            return new Part(rest.divide(common), divisor.multiply(all).divide(common));
        }
    }

    private static Instant onLaterDays(long parts, long ofDay, LocalDate first, WorkingTime work) {
        long left = parts;
        LocalDate day = first;
        while (left > ofDay || work.workOn(day).isEmpty()) {
            left -= work.workOn(day).isEmpty() ? 0 : ofDay;
            day = day.plusDays(1);
        }
        long whole = seconds(work.workOn(day), Instant.MIN);
        return within(work.workOn(day), Instant.MIN, Budget.dividedUp(left * whole, ofDay));
    }

    private static long seconds(List<Span> spans, Instant from) {
        return spans.stream()
                .mapToLong(span -> span.after(from).length().toSeconds())
                .sum();
    }

    /** The instant at which so many seconds of the day's work are over, counted from an instant on. */
    private static Instant within(List<Span> spans, Instant from, long seconds) {
        long left = seconds;
        for (Span span : spans) {
            Span rest = span.after(from);
            long length = rest.length().toSeconds();
            if (length >= left) {
                return rest.from().plusSeconds(left);
            }
            left -= length;
        }
        throw new IllegalArgumentException("the day's work is shorter than " + seconds + " s");
    }
}
