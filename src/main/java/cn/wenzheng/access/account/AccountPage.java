package cn.wenzheng.access.account;

import cn.wenzheng.access.CameBySingleSignOn;
import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.OwnAccount;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the own account; works without JavaScript. */
@Controller
class AccountPage {

    private final AccountDesk desk;
    private final OwnAccount own;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    AccountPage(AccountDesk desk, OwnAccount own, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.own = own;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request) {
        Actor actor = current.get();
        var absences = own.absences(actor);
        return new ModelAndView("access/account")
                .addObject("person", organization.person(actor.id()).orElseThrow(Refusal::notFound))
                .addObject("unitName", organization.unitName(actor.unit()))
                .addObject("absences", absences)
                .addObject("names", absences.isEmpty() ? Map.of() : colleagues(actor))
                .addObject("isNew", organization.passwordIsNew(actor.id()))
                .addObject("singleSignOn", CameBySingleSignOn.is(request.getSession(false), actor.id()));
    }

    @PostMapping("/account")
    ModelAndView change(@ModelAttribute NewPassword password, HttpServletRequest request) {
        try {
            desk.changePassword(password, request);
            return new ModelAndView("redirect:/account?changed");
        } catch (Refusal refusal) {
            ModelAndView page = account(request).addObject("refusal", refusal).addObject("unrepeatable", true);
            page.setStatus(
                    refusal.kind() == Refusal.Kind.TOO_MANY
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    /** Deputies work for the same unit. */
    private Map<String, String> colleagues(Actor actor) {
        List<Person> unit = actor.unit() == null ? List.of() : organization.peopleOf(actor.unit());
        return unit.stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
