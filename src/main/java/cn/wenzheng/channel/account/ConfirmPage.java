package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What has to be asked of each platform before its channel is opened (与平台确认). */
@Controller
class ConfirmPage {

    private final ConfirmDesk desk;
    private final CurrentActor current;

    ConfirmPage(ConfirmDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/admin/channels/confirm")
    ModelAndView points() {
        return new ModelAndView("channel/account/confirm").addObject("points", desk.openPoints(current.get()));
    }
}
