package cn.wenzheng.deadline.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something holds.
 *
 * @param to the last day; null for as long as nothing else is said
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Validity other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    @Override
    public String toString() {
        return from + "/" + (to == null ? ".." : to);
    }
}
