package cn.wenzheng.deadline.calendar;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators keep the calendars and auditors look at them: a year, a layer, whoever works by it. */
@Controller
class CalendarPages {

    private final CalendarDesk desk;
    private final CalendarHistory history;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    CalendarPages(
            CalendarDesk desk,
            CalendarHistory history,
            OrganizationDesk organization,
            CurrentActor current,
            Clock clock) {
        this.desk = desk;
        this.history = history;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/admin/calendar")
    ModelAndView calendar(
            @RequestParam(required = false) @Nullable String calendar,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate day) {
        CalendarDesk.requireReader(current.get());
        CalendarBook book = desk.book();
        String code = calendar == null ? book.cityLayer() : calendar;
        CalendarSheet sheet = book.existing(code);
        Chain chain = book.chain(code);
        LocalDate chosen = chosen(year, day);
        return page("calendar", book)
                .addObject("sheet", sheet)
                .addObject("parents", layers(chain.sheets()).skip(1).toList())
                .addObject("hours", sheet.hours().stream().map(HoursRow::of).toList())
                .addObject("sheetOfYear", YearSheet.of(book, code, chosen.getYear()))
                .addObject("chosen", YearSheet.cell(chain, chosen))
                .addObject("given", book.unitsOf(code))
                .addObject("weekdays", weekdays())
                .addObject("history", history.ofLayer(code));
    }

    /** The day that is looked at: the one asked for, today, or the first of another year. */
    private LocalDate chosen(@Nullable Integer year, @Nullable LocalDate day) {
        LocalDate wanted = day == null ? LocalDate.now(clock) : day;
        if (year != null && year != wanted.getYear()) {
            DayRules.year(year);
            return LocalDate.of(year, 1, 1);
        }
        DayRules.range("day", wanted);
        return wanted;
    }

    /** Where the choice of a unit leads. */
    @GetMapping("/admin/calendar/units")
    ModelAndView choose(@RequestParam(required = false) @Nullable String unit) {
        CalendarDesk.requireReader(current.get());
        return unit == null || unit.isBlank()
                ? new ModelAndView("redirect:/admin/calendar")
                : new ModelAndView("redirect:/admin/calendar/units/{unit}", Map.of("unit", unit));
    }

    @GetMapping("/admin/calendar/units/{id}")
    ModelAndView unit(@PathVariable String id) {
        CalendarDesk.requireReader(current.get());
        CalendarBook book = desk.book();
        if (!book.tree().has(id)) {
            throw Refusal.notFound();
        }
        return page("unit", book)
                .addObject("unit", id)
                .addObject("given", book.units().getOrDefault(id, List.of()))
                .addObject("history", history.ofUnit(id));
    }

    private ModelAndView page(String name, CalendarBook book) {
        return new ModelAndView("deadline/" + name)
                .addObject("layers", layers(book.sheets()).toList())
                .addObject("organization", organization);
    }

    private static Stream<Layer> layers(Collection<CalendarSheet> sheets) {
        return sheets.stream().map(CalendarSheet::layer);
    }

    private static List<String> weekdays() {
        Locale locale = LocaleContextHolder.getLocale();
        TextStyle style = "en".equals(locale.getLanguage()) ? TextStyle.SHORT : TextStyle.NARROW;
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
