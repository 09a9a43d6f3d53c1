package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Refusal;
import java.util.List;

/** A compulsory day is one day for all layers that inherit it. */
final class CompulsoryDays {

    private CompulsoryDays() {}

    static void check(CalendarBook book) {
        for (CalendarSheet sheet : book.sheets()) {
            check(book.chain(sheet.layer().code()).sheets());
        }
    }

    private static void check(List<CalendarSheet> chain) {
        CalendarSheet nearest = chain.get(0);
        for (int i = 1; i < chain.size() && chain.get(i - 1).layer().inheritsDays(); i++) {
            for (SpecialDay day : chain.get(i).days().values()) {
                SpecialDay own = nearest.days().get(day.date());
                if (day.compulsory() && own != null && own.kind() != day.kind()) {
                    throw Refusal.invalid(
                            "date",
                            "day-compulsory",
                            day.date().toString(),
                            nearest.layer().zh());
                }
            }
        }
    }
}
