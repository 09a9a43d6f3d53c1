package cn.wenzheng.triage.alone;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rule by which the system decides by itself, and the sample that people look at again. */
@Controller
class AlonePage {

    private final AloneDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    AlonePage(AloneDesk desk, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/admin/models/control")
    ModelAndView control(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Integer page) {
        Actor actor = current.get();
        Window window = Window.of(page, null);
        return new ModelAndView("triage/control")
                .addObject("open", open)
                .addObject("window", window)
                .addObject("organization", organization)
                .addObject("rule", desk.rule(actor))
                .addObject("choosable", AloneRule.choosable())
                .addObject("drawn", desk.control(open, window, actor));
    }
}
