package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The edits of calendars over HTTP. */
@RestController
@RequestMapping("/api/calendar/edits")
@Tag(name = "calendar")
class EditApi {

    private final CalendarEdits edits;
    private final CurrentActor current;

    EditApi(CalendarEdits edits, CurrentActor current) {
        this.edits = edits;
        this.current = current;
    }

    /** How far an edit has come, and what it moves as far as that is known. */
    record EditSheet(
            UUID id,
            EditState state,
            String madeBy,
            Instant madeAt,
            int total,
            int done,
            int later,
            int earlier,
            int undone,
            @Nullable Instant endedAt) {

        static EditSheet of(KeptEdit edit) {
            return new EditSheet(
                    edit.id(),
                    edit.state(),
                    edit.madeBy(),
                    edit.madeAt(),
                    edit.total(),
                    edit.shown(),
                    edit.later(),
                    edit.earlier(),
                    edit.undone(),
                    edit.endedAt());
        }
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "一次日历修改的进度 · How far an edit of a calendar has come",
            description =
                    "later, earlier and undone count limits and the terms of open slips; undone are limits that were"
                            + " missed and are missed no more. For administrators and auditors.")
    EditSheet edit(@PathVariable String id) {
        return EditSheet.of(edits.find(uuidOf(id), current.get()));
    }

    @GetMapping("/{id}/moves")
    @Operation(
            summary = "受影响的时限 · The limits it moves",
            description =
                    "Number, unit, stage, or slip when it is the term of an open one, old and new date; nothing about"
                            + " the case.")
    Listing<EditMove> moves(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MoveKind only,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        KeptEdit edit = edits.find(uuidOf(id), current.get());
        return new Listing<>(edits.moves(edit, only, Window.of(page, size)), edits.countMoves(edit, only));
    }

    @PostMapping("/{id}/save")
    @Operation(
            summary = "保存看过预览的修改 · Save an edit that has been looked at",
            description =
                    "All limits are counted anew, some at a time. Refused, and looked at again, when the calendars"
                            + " have changed since.")
    EditSheet save(@PathVariable String id) {
        if (!edits.save(uuidOf(id), current.get())) {
            throw Refusal.conflict("calendar-changed-meanwhile");
        }
        return edit(id);
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "放弃修改 · Give an edit up")
    EditSheet discard(@PathVariable String id) {
        edits.discard(uuidOf(id), current.get());
        return edit(id);
    }

    /** What cannot be an id is none: who may not ask hears that first. */
    static UUID uuidOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
