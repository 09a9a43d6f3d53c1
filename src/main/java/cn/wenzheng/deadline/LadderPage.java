package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** When the holder of a limit is urged and how high a missed one climbs, with the form that changes it. */
@Controller
class LadderPage {

    private final LadderDesk desk;
    private final CurrentActor current;

    LadderPage(LadderDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/admin/ladder")
    ModelAndView ladder() {
        Actor actor = current.get();
        return new ModelAndView("deadline/ladder")
                .addObject("ladders", desk.all(actor))
                .addObject("now", desk.inForce())
                .addObject("changes", actor.hasAny(Role.ADMIN, Role.SUPERVISOR));
    }
}
