package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.Span;
import cn.wenzheng.deadline.WorkingTime;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One calendar seen as days; it never changes, a changed calendar is another one.
 *
 * <p>A year's days are reckoned once. Where clocks are set forward, a time that the day leaves out counts as the instant
 * of the leap; where they are set back, a time that comes twice counts when it comes first.
 */
final class WorkingCalendar implements WorkingTime {

    private static final int YEARS = 40;

    private final ZoneId zone;
    private final Function<LocalDate, Chain> chains;
    private final LoadingCache<Integer, WholeYear> years =
            Caffeine.newBuilder().maximumSize(YEARS).build(this::year);

    /** @param chains by which layers a day is worked */
    WorkingCalendar(ZoneId zone, Function<LocalDate, Chain> chains) {
        this.zone = zone;
        this.chains = chains;
    }

    private record WholeYear(List<List<Span>> days, boolean planned) {}

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean isPlanned(int year) {
        return years.get(year).planned();
    }

    @Override
    public List<Span> workOn(LocalDate day) {
        return years.get(day.getYear()).days().get(day.getDayOfYear() - 1);
    }

    private WholeYear year(int number) {
        List<List<Span>> days = new ArrayList<>();
        boolean planned = true;
        for (int day = 1; day <= Year.of(number).length(); day++) {
            LocalDate date = LocalDate.ofYearDay(number, day);
            Chain chain = chains.apply(date);
            days.add(spans(date, chain.periods(date)));
            planned &= chain.isPlanned(number);
        }
        return new WholeYear(List.copyOf(days), planned);
    }

    private List<Span> spans(LocalDate day, List<Period> periods) {
        List<Span> spans = new ArrayList<>();
        for (Period period : periods) {
            Instant from = instant(day, period.from());
            Instant to = instant(day, period.to());
            if (from.isBefore(to)) {
                spans.add(new Span(from, to, true));
            }
        }
        return List.copyOf(spans);
    }

    private Instant instant(LocalDate day, int minute) {
        LocalDateTime local = minute == Period.DAY
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L));
        ZoneOffsetTransition leap = zone.getRules().getTransition(local);
        return leap != null && leap.isGap()
                ? leap.getInstant()
                : local.atZone(zone).toInstant();
    }
}
