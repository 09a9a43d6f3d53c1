package cn.wenzheng.supervision.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.supervision.SupervisionDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The supervision slips a supervisor or a unit's head has to look after, the most urgent first. */
@Controller
class SupervisionPage {

    private final SupervisionDesk desk;
    private final CurrentActor current;

    SupervisionPage(SupervisionDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/supervision")
    ModelAndView slips(
            @RequestParam(defaultValue = "true") boolean open, @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        return new ModelAndView("supervision/slips")
                .addObject("open", open)
                .addObject("window", window)
                .addObject("slips", desk.slips(null, open, current.get(), window));
    }
}
