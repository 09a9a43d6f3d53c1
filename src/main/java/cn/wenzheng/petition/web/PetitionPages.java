package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.Duty;
import cn.wenzheng.petition.PetitionSheets;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The staff's list of petitions and the case sheet of one. */
@Controller
class PetitionPages {

    private final PetitionSheets sheets;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    PetitionPages(PetitionSheets sheets, OrganizationDesk organization, CurrentActor current, Clock clock) {
        this.sheets = sheets;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/petitions")
    ModelAndView list(@ModelAttribute("search") PetitionSearch search) {
        Window window = Window.of(search.page(), null);
        return new ModelAndView("petition/list")
                .addObject("window", window)
                .addObject(
                        "page",
                        sheets.list(search.filter(clock.getZone()), current.get(), window.page(), window.size()))
                .addObject("organization", organization);
    }

    @GetMapping("/petitions/{number}")
    ModelAndView sheet(@PathVariable String number) {
        Actor actor = current.get();
        CaseSheet sheet = sheets.caseSheet(number, actor);
        return SheetPage.of("petition/sheet", sheet, organization).addObject("leads", leads(sheet, actor));
    }

    /** The lead alone writes to the citizen and says what is missing. */
    private static boolean leads(CaseSheet sheet, Actor actor) {
        return sheet.units().stream()
                .anyMatch(part -> part.duty() == Duty.LEAD
                        && part.endedAt() == null
                        && part.unit().equals(actor.unit()));
    }
}
