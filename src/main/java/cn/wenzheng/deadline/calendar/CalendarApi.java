package cn.wenzheng.deadline.calendar;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The working calendars over HTTP: administrators change them, auditors read them. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "calendar", description = "工作日历 · Working calendars")
class CalendarApi {

    private final CalendarDesk desk;
    private final CurrentActor current;

    CalendarApi(CalendarDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * @param loadedAt null for a plan that the product brings along
     * @param days how many days of the year do not follow their week
     */
    record PlanLine(
            String calendar,
            int year,
            List<String> papers,
            @Nullable Instant loadedAt,
            String loadedBy,
            long days) {}

    /** @param units by which units it is worked, each with its times */
    record LayerSheet(
            Layer layer, List<HoursRow> hours, List<SpecialDay> days, Map<String, List<UnitCalendar>> units) {}

    /** @param version of the calendars that hold from now on */
    record Loaded(String calendar, int year, long off, long worked, long version) {}

    /** @param version of the calendars that hold from now on */
    record Changed(long version) {}

    @GetMapping("/plans")
    @Operation(summary = "已有放假安排的年份 · The years whose plan is loaded")
    Listing<PlanLine> plans() {
        List<PlanLine> lines = book().sheets().stream()
                .flatMap(sheet -> sheet.plans().values().stream().map(plan -> line(sheet, plan)))
                .toList();
        return new Listing<>(lines, lines.size());
    }

    private static PlanLine line(CalendarSheet sheet, YearPlan plan) {
        long days = sheet.days().keySet().stream()
                .filter(day -> day.getYear() == plan.year())
                .count();
        return new PlanLine(sheet.layer().code(), plan.year(), plan.papers(), plan.loadedAt(), plan.loadedBy(), days);
    }

    @PostMapping("/plans")
    @Operation(
            summary = "导入一年的放假安排 · Load a year's plan",
            description = "One holiday file: year, papers, days with name, date, isOffDay. All of it or nothing.")
    @ResponseStatus(HttpStatus.CREATED)
    Loaded load(@RequestParam(required = false) @Nullable String calendar, @RequestBody PlanFile file) {
        Actor actor = current.get();
        CalendarDesk.requireKeeper(actor);
        CalendarEdit.LoadPlan plan = file.edit(layer(calendar));
        long off = plan.days().stream().filter(day -> day.kind() == DayKind.OFF).count();
        return new Loaded(plan.calendar(), plan.year(), off, plan.days().size() - off, desk.apply(plan, actor));
    }

    private String layer(@Nullable String calendar) {
        String code = Limits.optional("calendar", calendar, 20);
        return code == null ? desk.book().national() : code;
    }

    @GetMapping("/layers")
    @Operation(summary = "各层日历 · The layers of calendars")
    Listing<Layer> layers() {
        List<Layer> layers = book().sheets().stream().map(CalendarSheet::layer).toList();
        return new Listing<>(layers, layers.size());
    }

    @GetMapping("/layers/{id}")
    @Operation(
            summary = "一层日历的时段、日子和使用单位 · One layer: its hours, its days of a year, its units",
            description = "What the layer itself says; without a year, all its days.")
    LayerSheet layer(@PathVariable String id, @RequestParam(required = false) @Nullable Integer year) {
        CalendarBook book = book();
        CalendarSheet sheet = book.existing(id);
        return new LayerSheet(
                sheet.layer(),
                sheet.hours().stream().map(HoursRow::of).toList(),
                sheet.days().values().stream()
                        .filter(day -> year == null || day.date().getYear() == year)
                        .toList(),
                book.unitsOf(id));
    }

    @PostMapping("/edits")
    @Operation(
            summary = "改一处日历 · Make one change",
            description =
                    "One of layer, hours (all of a layer), day (without kind: none of its own), unit (all its times).")
    Changed change(@RequestBody EditAsked asked) {
        Actor actor = current.get();
        CalendarDesk.requireKeeper(actor);
        return new Changed(desk.apply(asked.edit(), actor));
    }

    private CalendarBook book() {
        CalendarDesk.requireReader(current.get());
        return desk.book();
    }
}
