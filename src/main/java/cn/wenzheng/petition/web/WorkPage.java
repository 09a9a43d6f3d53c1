package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionSheets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the staff begin: what waits for me, what is late. */
@Controller
class WorkPage {

    /** A block of the start page is a glance, not a list. */
    private static final int GLANCE = 7;

    private static final PetitionFilter LATE = new PetitionFilter(null, null, null, null, true, null, null, null);

    private final PetitionProcess process;
    private final PetitionSheets sheets;
    private final CurrentActor current;

    WorkPage(PetitionProcess process, PetitionSheets sheets, CurrentActor current) {
        this.process = process;
        this.sheets = sheets;
        this.current = current;
    }

    @GetMapping("/work")
    ModelAndView start() {
        Actor actor = current.get();
        ModelAndView page = new ModelAndView("petition/work").addObject("tasks", process.tasksOf(actor, 0, GLANCE));
        if (seesPetitions(actor)) {
            page.addObject("late", sheets.list(LATE, actor, 0, GLANCE));
        }
        return page;
    }

    private static boolean seesPetitions(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role != Role.ADMIN);
    }
}
