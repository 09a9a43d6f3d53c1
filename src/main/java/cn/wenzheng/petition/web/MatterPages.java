package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionFilter;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.matter.MatterState;
import cn.wenzheng.petition.matter.Matters;
import cn.wenzheng.petition.matter.Matters.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of matters, and one with its members and how far its answer has come. */
@Controller
class MatterPages {

    private final Matters matters;
    private final PetitionSheets sheets;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    MatterPages(Matters matters, PetitionSheets sheets, OrganizationDesk organization, CurrentActor current) {
        this.matters = matters;
        this.sheets = sheets;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/matters")
    ModelAndView list(
            @RequestParam(required = false) @Nullable MatterState state,
            @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        return new ModelAndView("petition/matters")
                .addObject("matters", matters.list(state, current.get(), window.page(), window.size()))
                .addObject("state", state)
                .addObject("window", window)
                .addObject("organization", organization);
    }

    @GetMapping("/matters/{number}")
    ModelAndView one(@PathVariable String number, @RequestParam(required = false) @Nullable Integer page) {
        Actor actor = current.get();
        Matter matter = matters.one(number, actor);
        Window window = Window.of(page, null);
        return new ModelAndView("petition/matter")
                .addObject("matter", matter)
                .addObject("places", matters.places(number))
                .addObject(
                        "members", sheets.list(PetitionFilter.membersOf(number), actor, window.page(), window.size()))
                .addObject("window", window)
                .addObject("organization", organization);
    }
}
