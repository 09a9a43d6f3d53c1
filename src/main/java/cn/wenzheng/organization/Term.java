package cn.wenzheng.organization;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which something holds.
 *
 * @param from the first day; null for ever since
 * @param to the last day; null until somebody says otherwise
 */
public record Term(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Term ALWAYS = new Term(null, null);

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** Reads two days as they are typed; a blank one is open. */
    public static Term of(@Nullable String from, @Nullable String to) {
        Term term = new Term(day("from", from), day("to", to));
        if (term.from != null && term.to != null && term.to.isBefore(term.from)) {
            throw Refusal.invalid("to", "term-ends-before-it-begins");
        }
        return term;
    }

    /** Reads one day; a table written by Excel adds an hour to it. */
    public static @Nullable LocalDate day(String field, @Nullable String written) {
        String text = Limits.optional(field, written, 20);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.replaceFirst(" 00:00:00$", ""));
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Told as any other day that is none.
        }
        throw Refusal.invalid(field, "day-malformed");
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public boolean isOverOn(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** True when there is a day on which both hold. */
    public boolean overlaps(Term other) {
        return (to == null || other.from == null || !to.isBefore(other.from))
                && (other.to == null || from == null || !other.to.isBefore(from));
    }

    /** True when it begins later than the other. */
    public boolean beginsAfter(Term other) {
        return from != null && (other.from == null || from.isAfter(other.from));
    }
}
