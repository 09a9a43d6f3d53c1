package cn.wenzheng.triage.answer;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where prepared answers are found, written and looked over. */
@Controller
class AnswerPages {

    private static final AnswerSearch DUE = new AnswerSearch(null, null, null, null, true, null, null);
    private static final AnswerSearch ALL = new AnswerSearch(null, null, null, null, null, null, null);

    private final AnswerDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    AnswerPages(AnswerDesk desk, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
    }

    /** An answer as the list shows it. */
    record Line(AnswerTemplate template, boolean due) {}

    @GetMapping("/admin/answers")
    ModelAndView answers(@ModelAttribute("asked") AnswerSearch search) {
        Actor actor = current.get();
        List<AnswerTemplate> found = desk.find(search, actor);
        Window window = Window.of(search.page(), null);
        return page("answers")
                .addObject("window", window)
                .addObject("total", found.size())
                .addObject("all", desk.find(ALL, actor).size())
                .addObject("due", desk.find(DUE, actor).size())
                .addObject(
                        "found",
                        found.stream()
                                .skip(window.offset())
                                .limit(window.size())
                                .map(template -> new Line(template, desk.isDue(template)))
                                .toList());
    }

    @GetMapping("/admin/answers/{id}")
    ModelAndView answer(@PathVariable String id) {
        AnswerTemplate template = desk.one(id, current.get());
        return page("answer").addObject("template", template).addObject("due", desk.isDue(template));
    }

    private ModelAndView page(String name) {
        return new ModelAndView("triage/" + name)
                .addObject("organization", organization)
                .addObject("kinds", AnswerKind.values())
                .addObject("reasons", RefusalReason.values());
    }
}
