package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.petition.ReturnRules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where it is read and set after how many returns the supervision office rules whose a petition is. */
@Controller
class ReturnRulePage {

    private final ReturnRules rules;
    private final CurrentActor current;

    ReturnRulePage(ReturnRules rules, CurrentActor current) {
        this.rules = rules;
        this.current = current;
    }

    @GetMapping("/admin/returns")
    ModelAndView rule() {
        return new ModelAndView("petition/returns").addObject("rules", rules.all(current.get()));
    }
}
