package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.deadline.calendar.EditAsked;
import cn.wenzheng.deadline.calendar.PlanFile;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of calendars that are to be looked at before they are saved. */
@RestController
@RequestMapping("/api/calendar/previews")
@Tag(name = "calendar")
class PreviewApi {

    private static final int CODE = 20;

    private final CalendarEdits edits;
    private final CalendarDesk calendars;
    private final CurrentActor current;

    PreviewApi(CalendarEdits edits, CalendarDesk calendars, CurrentActor current) {
        this.edits = edits;
        this.calendars = calendars;
        this.current = current;
    }

    /** @param id of the edit, under which it is watched, saved or given up */
    record Proposed(UUID id) {}

    @PostMapping
    @Operation(
            summary = "先看一处修改会影响哪些时限 · See what one change would move, before it is saved",
            description = "The change as for /api/calendar/edits; nothing is changed until the edit is saved.")
    @ResponseStatus(HttpStatus.CREATED)
    Proposed edit(@RequestBody EditAsked asked) {
        return proposed(asked::edit);
    }

    @PostMapping("/plan")
    @Operation(
            summary = "先看一年的放假安排会影响哪些时限 · See what a year's plan would move, before it is saved",
            description = "The file as for /api/calendar/plans; nothing is changed until the edit is saved.")
    @ResponseStatus(HttpStatus.CREATED)
    Proposed plan(@RequestParam(required = false) @Nullable String calendar, @RequestBody PlanFile file) {
        String code = Limits.optional("calendar", calendar, CODE);
        return proposed(() -> file.edit(code == null ? calendars.national() : code));
    }

    /** Who may not edit hears that before anything else. */
    private Proposed proposed(Supplier<CalendarEdit> edit) {
        Actor actor = current.get();
        CalendarEdits.requireAdmin(actor);
        return new Proposed(edits.propose(edit.get(), actor));
    }
}
