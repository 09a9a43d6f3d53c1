package cn.wenzheng.audit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's search over the whole journal, and the trail of one petition beside the diagram with its path. */
@Controller
class AuditPage {

    private final AuditDesk desk;
    private final JournalPage journal;
    private final TrailWords words;
    private final CurrentActor current;

    AuditPage(AuditDesk desk, JournalPage journal, TrailWords words, CurrentActor current) {
        this.desk = desk;
        this.journal = journal;
        this.words = words;
        this.current = current;
    }

    /** Supervisors ask for single petitions; what else the journal holds is the auditor's alone. */
    @GetMapping("/audit")
    ModelAndView audit(
            @RequestParam(defaultValue = "") String number,
            @ModelAttribute("search") JournalSearch search,
            Locale locale) {
        Actor actor = current.get();
        if (!actor.hasAny(Role.AUDITOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("audit-not-yours");
        }
        String asked = number.strip().toUpperCase(Locale.ROOT);
        if (asked.isEmpty() && actor.has(Role.AUDITOR)) {
            return journal.of(search, actor, locale);
        }
        ModelAndView view = new ModelAndView("audit/trail").addObject("number", asked);
        return asked.isEmpty() ? view : shown(view, asked, actor, search.page(), locale);
    }

    private ModelAndView shown(ModelAndView view, String number, Actor actor, @Nullable Integer page, Locale locale) {
        try {
            Listing<AuditEntry> trail = desk.trail(number, actor, page, Trail.SIZE);
            List<Trail.Line> lines = trail.items().stream()
                    .map(entry -> words.line(entry, locale))
                    .toList();
            return view.addObject("trail", new Trail(lines, trail.total(), page == null ? 0 : page));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            return view.addObject("unknown", true);
        }
    }
}
