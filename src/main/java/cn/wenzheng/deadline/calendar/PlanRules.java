package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/** What a year's plan must look like: a notice, and each of its days once, in the year or in the December before. */
final class PlanRules {

    private static final int PAPERS = 20;

    private PlanRules() {}

    static void check(CalendarSheet sheet, CalendarEdit.LoadPlan plan) {
        DayRules.year(plan.year());
        if (plan.papers().isEmpty()) {
            throw Refusal.invalid("papers", "plan-without-papers");
        }
        if (plan.papers().size() > PAPERS) {
            throw Refusal.invalid("papers", "plan-with-many-papers", PAPERS);
        }
        plan.papers().forEach(paper -> Limits.required("papers", paper, DayRules.NOTICE));
        if (plan.days().isEmpty()) {
            throw Refusal.invalid("days", "plan-without-days");
        }
        days(plan);
        if (sheet.plans().containsKey(plan.year())) {
            throw Refusal.conflict("plan-known", String.valueOf(plan.year()));
        }
    }

    private static void days(CalendarEdit.LoadPlan plan) {
        Set<LocalDate> seen = new HashSet<>();
        for (SpecialDay day : plan.days()) {
            Limits.required("name", day.name(), DayRules.NAME);
            LocalDate date = day.date();
            boolean before = date.getYear() == plan.year() - 1 && date.getMonth() == Month.DECEMBER;
            if (date.getYear() != plan.year() && !before) {
                throw Refusal.invalid("date", "plan-day-elsewhere", date.toString());
            }
            if (!seen.add(date)) {
                throw Refusal.invalid("date", "plan-day-twice", date.toString());
            }
        }
    }
}
