package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;

/** What a day of a calendar must look like. */
final class DayRules {

    /** The years that are reckoned with. */
    static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2999;

    static final int NAME = 50;
    static final int NOTICE = 300;

    /** Of all notices of a plan together. */
    static final int NOTICES = 1000;

    private DayRules() {}

    static void check(Layer layer, SpecialDay day) {
        Limits.required("name", day.name(), NAME);
        Limits.optional("notice", day.notice(), NOTICES);
        boolean published = layer.kind() == LayerKind.NATIONAL || layer.kind() == LayerKind.REGIONAL;
        if (published && day.notice() == null) {
            throw Refusal.invalid("notice", "day-without-notice");
        }
        if (published && day.noticeDate() == null) {
            throw Refusal.invalid("noticeDate", "day-without-notice");
        }
        if (day.noticeDate() != null) {
            range("noticeDate", day.noticeDate());
        }
    }

    static void range(String field, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw Refusal.invalid(field, "date-out-of-range");
        }
    }

    static void year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid("year", "year-out-of-range");
        }
    }

    static void validity(Validity validity) {
        range("from", validity.from());
        if (validity.to() != null) {
            range("to", validity.to());
            if (validity.to().isBefore(validity.from())) {
                throw Refusal.invalid("to", "validity-inverted");
            }
        }
    }
}
