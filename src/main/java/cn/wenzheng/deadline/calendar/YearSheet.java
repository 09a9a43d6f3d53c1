package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year of one layer as it is looked at: every day with the layers above it taken in.
 *
 * @param planned false when the holidays of the year are not announced yet
 */
record YearSheet(int year, boolean planned, List<Month> months) {

    private static final int WEEK = 7;
    private static final int MONTHS = 12;

    /**
     * @param weeks from Monday to Sunday; null where a week goes on in another month
     * @param worked how many of its days are worked
     */
    record Month(int number, List<List<@Nullable Cell>> weeks, long worked) {}

    /**
     * @param special null for a day that follows its week
     * @param own true when this layer itself says it
     */
    record Cell(
            LocalDate date, List<Period> periods, @Nullable SpecialDay special, boolean own) {

        public boolean worked() {
            return !periods.isEmpty();
        }

        /** How the day is marked: off, work, rest for the rest day of a week, own beside it. */
        public String look() {
            String kind =
                    special == null ? worked() ? "" : "rest" : special.kind().code();
            return own ? kind + " own" : kind;
        }

        /** The day in short, for whoever points at it. */
        public String title() {
            StringJoiner title = new StringJoiner(" ").add(date.toString());
            if (special != null) {
                title.add(special.kind().zh()).add(special.name());
                Stream.of(special.notice(), special.noticeDate())
                        .filter(Objects::nonNull)
                        .forEach(part -> title.add(String.valueOf(part)));
            }
            periods.forEach(period -> title.add(period.toString()));
            return title.toString();
        }
    }

    static YearSheet of(CalendarBook book, String code, int year) {
        Chain chain = book.chain(code);
        WorkingTime work = book.ofLayer(code);
        List<Month> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> month(chain, YearMonth.of(year, month)))
                .toList();
        return new YearSheet(year, work.isPlanned(year), months);
    }

    private static Month month(Chain chain, YearMonth month) {
        List<@Nullable Cell> cells = new ArrayList<>();
        for (int day = DayOfWeek.MONDAY.getValue();
                day < month.atDay(1).getDayOfWeek().getValue();
                day++) {
            cells.add(null);
        }
        long worked = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            Cell cell = cell(chain, month.atDay(day));
            worked += cell.worked() ? 1 : 0;
            cells.add(cell);
        }
        while (cells.size() % WEEK != 0) {
            cells.add(null);
        }
        List<List<@Nullable Cell>> weeks = new ArrayList<>();
        for (int first = 0; first < cells.size(); first += WEEK) {
            weeks.add(cells.subList(first, first + WEEK));
        }
        return new Month(month.getMonthValue(), weeks, worked);
    }

    static Cell cell(Chain chain, LocalDate date) {
        List<Period> periods = chain.periods(date);
        boolean own = chain.sheets().get(0).days().containsKey(date);
        return new Cell(date, periods, chain.special(date), own);
    }

    public long worked() {
        return months.stream().mapToLong(Month::worked).sum();
    }
}
