package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.EarlierPetitions;
import cn.wenzheng.petition.PastedFrom;
import cn.wenzheng.petition.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where an operator enters what a citizen says on the telephone or at the counter.
 *
 * <p>The receipt is the answer to the post itself: the query code is read out or printed there, and the staff never sees it
 * again.
 */
@Controller
class EntryPage {

    private static final String PAGE = "petition/entry";

    private final EntryCounter counter;
    private final EarlierPetitions earlier;
    private final CurrentActor current;

    EntryPage(EntryCounter counter, EarlierPetitions earlier, CurrentActor current) {
        this.counter = counter;
        this.earlier = earlier;
        this.current = current;
    }

    @GetMapping("/petitions/new")
    ModelAndView ask() {
        operator();
        return page(new ModelAndView(PAGE), EntryForm.blank());
    }

    @PostMapping("/petitions/new")
    ModelAndView enter(@ModelAttribute("form") EntryForm form) {
        Actor operator = operator();
        try {
            Receipt receipt = counter.enter(form, operator);
            return new ModelAndView("petition/entered")
                    .addObject("receipt", receipt)
                    .addObject("track", trackAddress())
                    .addObject("unrepeatable", true);
        } catch (Refusal refusal) {
            EntryForm again = refusal.kind() == Refusal.Kind.CONFLICT ? form.again() : form;
            ModelAndView page = page(RefusedPage.of(PAGE, refusal), again);
            return refusal.slug().equals("link-pasted-before")
                    ? page.addObject("pasted", refusal.arguments()[0])
                    : page;
        }
    }

    /** What the contact has brought in before; phone and e-mail travel in the body, never in an address. */
    @PostMapping("/petitions/new/earlier")
    ModelAndView earlier(
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email) {
        Actor operator = operator();
        ModelAndView list = new ModelAndView("petition/earlier");
        try {
            list.addObject("earlier", earlier.of(phone, email, operator));
        } catch (Refusal halfTyped) {
            if (halfTyped.kind() != Refusal.Kind.INVALID) {
                throw halfTyped;
            }
        }
        return list;
    }

    private ModelAndView page(ModelAndView page, EntryForm form) {
        return page.addObject("form", form)
                .addObject("ways", CameBy.values())
                .addObject("platforms", PastedFrom.values());
    }

    private Actor operator() {
        Actor actor = current.get();
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        return actor;
    }

    private static String trackAddress() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/track")
                .toUriString();
    }
}
