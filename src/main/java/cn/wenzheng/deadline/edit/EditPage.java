package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator sees what his edit of a calendar would move, before he saves it or gives it up. */
@Controller
class EditPage {

    private final CalendarEdits edits;
    private final EditWords words;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    EditPage(CalendarEdits edits, EditWords words, OrganizationDesk organization, CurrentActor current) {
        this.edits = edits;
        this.words = words;
        this.organization = organization;
        this.current = current;
    }

    /** An edit in a line of the list. */
    record Line(KeptEdit edit, String what) {}

    @GetMapping("/admin/calendar/edits")
    ModelAndView list(@RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        List<Line> lines = edits.latest(current.get(), window).stream()
                .map(edit -> new Line(edit, words.of(edit.edit(), LocaleContextHolder.getLocale())))
                .toList();
        return new ModelAndView("deadline/edits").addObject("lines", lines).addObject("window", window);
    }

    @GetMapping("/admin/calendar/edits/{id}")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MoveKind only,
            @RequestParam(required = false) @Nullable Integer page) {
        Actor actor = current.get();
        KeptEdit edit = edits.find(EditApi.uuidOf(id), actor);
        Window window = Window.of(page, null);
        List<EditMove> moves = edit.state() == EditState.PREVIEWING ? List.of() : edits.moves(edit, only, window);
        return new ModelAndView("deadline/edit")
                .addObject("edit", edit)
                .addObject("what", words.of(edit.edit(), LocaleContextHolder.getLocale()))
                .addObject("kinds", MoveKind.values())
                .addObject("only", only)
                .addObject("window", window)
                .addObject("moves", moves)
                .addObject("organization", organization);
    }

    @PostMapping("/admin/calendar/edits/{id}/save")
    ModelAndView save(@PathVariable String id) {
        try {
            UUID edit = EditApi.uuidOf(id);
            if (!edits.save(edit, current.get())) {
                throw Refusal.conflict("calendar-changed-meanwhile");
            }
            return shown(id);
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> show(id, null, null), Refusal.Kind.CONFLICT, refusal);
        }
    }

    @PostMapping("/admin/calendar/edits/{id}/discard")
    ModelAndView discard(@PathVariable String id) {
        edits.discard(EditApi.uuidOf(id), current.get());
        return shown(id);
    }

    private static ModelAndView shown(String id) {
        return new ModelAndView("redirect:/admin/calendar/edits/{id}", Map.of("id", id));
    }
}
