package cn.wenzheng.deadline;

import cn.wenzheng.deadline.PlainCalendar.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules once more, as slowly and plainly as they can be told: every second of a stretch of time is looked at, and it
 * works when the clock on the wall stands inside one of the day's periods. Knows nothing of the product.
 */
final class SecondBySecond {

    private static final int MINUTE = 60;
    private static final int WHOLE_PROMISE = 8 * 3600;

    private final long first;
    private final boolean[] works;
    private final short[] dayOf;
    private final List<Integer> workOf = new ArrayList<>();

    /** Looks at all seconds from the beginning of one day to the beginning of another. */
    SecondBySecond(PlainCalendar rows, LocalDate from, LocalDate to) {
        this.first = from.atStartOfDay(rows.zone()).toEpochSecond();
        int seconds = (int) (to.atStartOfDay(rows.zone()).toEpochSecond() - first);
        this.works = new boolean[seconds];
        this.dayOf = new short[seconds];
        for (int second = 0; second < seconds; second++) {
            if (second % MINUTE == 0) {
                ZonedDateTime wall = Instant.ofEpochSecond(first + second).atZone(rows.zone());
                dayOf[second] = (short) (wall.toLocalDate().toEpochDay() - from.toEpochDay());
                works[second] = isWork(rows, wall);
            } else {
                dayOf[second] = dayOf[second - 1];
                works[second] = works[second - 1];
            }
            count(second);
        }
    }

    private static boolean isWork(PlainCalendar rows, ZonedDateTime wall) {
        int minute = minute(rows.zone(), wall);
        return rows.on(wall.toLocalDate()).stream()
                .anyMatch((Period period) -> period.from() <= minute && minute < period.to());
    }

    /** An hour that comes twice counts when it comes first; the second time the clock stands at its last minute. */
    private static int minute(ZoneId zone, ZonedDateTime wall) {
        LocalTime shown = wall.equals(wall.withEarlierOffsetAtOverlap())
                ? wall.toLocalTime()
                : zone.getRules()
                        .getTransition(wall.toLocalDateTime())
                        .getDateTimeBefore()
                        .toLocalTime()
                        .minusMinutes(1);
        return shown.getHour() * MINUTE + shown.getMinute();
    }

    private void count(int second) {
        if (workOf.size() == dayOf[second]) {
            workOf.add(0);
        }
        workOf.set(dayOf[second], workOf.get(dayOf[second]) + (works[second] ? 1 : 0));
    }

    /** An hour of work or eight hours of rest: a second of the one costs eight times a second of the other. */
    Instant promise(Instant arrival) {
        int second = (int) (arrival.getEpochSecond() - first);
        for (int left = WHOLE_PROMISE; left > 0; second++) {
            left -= works[second] ? 8 : 1;
        }
        return Instant.ofEpochSecond(first + second);
    }

    /** So many parts of working days: a second of work is the fraction of its own day, however long that works. */
    Instant workingDays(Instant start, long parts, long ofDay) {
        int second = (int) (start.getEpochSecond() - first);
        long left = parts;
        long scale = ofDay;
        long used = 0;
        while (!works[second] || ++used * scale < left * workOf.get(dayOf[second])) {
            second++;
            if (dayOf[second] != dayOf[second - 1] && used > 0) {
                long work = workOf.get(dayOf[second - 1]);
                left = left * work - used * scale;
                scale *= work;
                long divisor = gcd(left, scale);
                left /= divisor;
                scale /= divisor;
                used = 0;
            }
        }
        return Instant.ofEpochSecond(first + second + 1);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
