package cn.wenzheng.triage.duty;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.access.Window;
import cn.wenzheng.deadline.ServiceLevel;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.DutyRegister;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the duty directory is read by those who accept and assign, and kept by administrators. */
@Controller
class DutyPages {

    private final DutyDesk desk;
    private final DutyTopics topics;
    private final DutyWords words;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    DutyPages(DutyDesk desk, DutyTopics topics, DutyWords words, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.topics = topics;
        this.words = words;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/admin/duties")
    ModelAndView directory(@ModelAttribute("asked") DutyTopics.Asked asked) {
        Actor actor = current.get();
        List<DutyTopics.Topic> all = topics.all(actor);
        List<DutyTopics.Topic> found = all.stream().filter(asked::wants).toList();
        Window window = Window.of(asked.page(), null);
        return page("duties")
                .addObject("window", window)
                .addObject("total", found.size())
                .addObject("gaps", all.stream().filter(DutyTopics.Topic::isGap).count())
                .addObject(
                        "overlaps",
                        all.stream().filter(DutyTopics.Topic::overlaps).count())
                .addObject("leaves", all.size())
                .addObject(
                        "found",
                        found.stream()
                                .skip(window.offset())
                                .limit(window.size())
                                .toList());
    }

    /** @param from with the area it says which row is to be changed; without both a new one is written */
    @GetMapping("/admin/duties/{id}")
    ModelAndView sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "false") boolean edit) {
        List<DutyLine> lines = linesOf(id);
        KeptDuty edited = lines.stream()
                .map(DutyLine::row)
                .filter(row -> edit
                        && area.equals(Objects.requireNonNullElse(row.area(), ""))
                        && from.equals(Objects.toString(row.term().from(), "")))
                .findFirst()
                .orElse(null);
        return sheet(id, lines).addObject("edited", edited);
    }

    private List<DutyLine> linesOf(String leaf) {
        DutyRegister.requireReader(current.get());
        if (organization.category(leaf).filter(Category::leaf).isEmpty()) {
            throw Refusal.notFound();
        }
        return desk.lines(DutySearch.of(leaf), current.get());
    }

    private ModelAndView sheet(String leaf, List<DutyLine> lines) {
        return page("duty")
                .addObject("leaf", leaf)
                .addObject("lines", lines)
                .addObject("marks", desk.marks(leaf, current.get()));
    }

    @PostMapping("/admin/duties/{id}/preview")
    ModelAndView preview(@PathVariable String id, @ModelAttribute DutyAsked form) {
        return shownWithRefusal(id, form, asked -> {
            List<Reroute> reroutes = desk.preview(asked, current.get());
            return page("duty-preview")
                    .addObject("leaf", id)
                    .addObject("wanted", asked)
                    .addObject("before", before(asked))
                    .addObject("total", reroutes.size())
                    .addObject("reroutes", reroutes.stream().limit(Window.MOST).toList());
        });
    }

    private @Nullable KeptDuty before(KeptDuty wanted) {
        return desk.lines(DutySearch.of(wanted.leaf()), current.get()).stream()
                .map(DutyLine::row)
                .filter(row -> row.key().equals(wanted.key()))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/admin/duties/{id}")
    ModelAndView save(@PathVariable String id, @ModelAttribute DutyAsked form) {
        return shownWithRefusal(id, form, asked -> {
            desk.put(asked, current.get());
            return new ModelAndView("redirect:/admin/duties/{leaf}", Map.of("leaf", id));
        });
    }

    /** What follows from a row. */
    private interface Step {
        ModelAndView with(KeptDuty asked);
    }

    /** What is wrong with a row is said on the topic's sheet, where the form still has what was typed. */
    private ModelAndView shownWithRefusal(String leaf, DutyAsked form, Step step) {
        DutyRegister.requireKeeper(current.get());
        try {
            return step.with(form.about(leaf).row());
        } catch (Refusal refusal) {
            return RefusedPage.again(
                    () -> sheet(leaf, linesOf(leaf)).addObject("typed", form), Refusal.Kind.INVALID, refusal);
        }
    }

    private ModelAndView page(String name) {
        return new ModelAndView("triage/" + name)
                .addObject("organization", organization)
                .addObject("words", words)
                .addObject("levels", ServiceLevel.values());
    }
}
