package cn.wenzheng.access.setup;

import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the first administrator begins; works without JavaScript and is gone afterwards. */
@Controller
class SetupPage {

    private final SetupDesk desk;

    SetupPage(SetupDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/setup")
    ModelAndView ask() {
        if (!desk.isOpen()) {
            throw Refusal.notFound();
        }
        return page(SetupForm.blank());
    }

    @PostMapping("/setup")
    ModelAndView setUp(@ModelAttribute("form") SetupForm form, HttpServletRequest request) {
        try {
            desk.setUp(form, request.getRemoteAddr(), Door.PAGE);
            return new ModelAndView("redirect:/login?ready");
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            ModelAndView page = page(form.again()).addObject("refusal", refusal).addObject("unrepeatable", true);
            page.setStatus(
                    refusal.kind() == Refusal.Kind.TOO_MANY
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView page(SetupForm form) {
        return new ModelAndView("access/setup").addObject("form", form).addObject("wantsCentre", desk.wantsCentre());
    }
}
