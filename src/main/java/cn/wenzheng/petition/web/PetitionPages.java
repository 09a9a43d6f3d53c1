package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.Duty;
import cn.wenzheng.petition.EarlierPetitions;
import cn.wenzheng.petition.PastedSources;
import cn.wenzheng.petition.PetitionMinutes;
import cn.wenzheng.petition.PetitionRemarks;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionViews;
import cn.wenzheng.petition.matter.Matters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The staff's list of petitions and the case sheet of one. */
@Controller
class PetitionPages {

    private final PetitionSheets sheets;
    private final EarlierPetitions earlier;
    private final PetitionViews views;
    private final PastedSources pasted;
    private final Matters matters;
    private final ObjectProvider<PetitionRemarks> remarks;
    private final ObjectProvider<PetitionMinutes> minutes;
    private final SheetSuggestions suggestions;
    private final SheetAnswers answers;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    PetitionPages(
            PetitionSheets sheets,
            EarlierPetitions earlier,
            PetitionViews views,
            PastedSources pasted,
            Matters matters,
            ObjectProvider<PetitionRemarks> remarks,
            ObjectProvider<PetitionMinutes> minutes,
            SheetSuggestions suggestions,
            SheetAnswers answers,
            OrganizationDesk organization,
            CurrentActor current,
            Clock clock) {
        this.sheets = sheets;
        this.earlier = earlier;
        this.views = views;
        this.pasted = pasted;
        this.matters = matters;
        this.remarks = remarks;
        this.minutes = minutes;
        this.suggestions = suggestions;
        this.answers = answers;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/petitions")
    ModelAndView list(@ModelAttribute("search") PetitionSearch search) {
        Actor actor = current.get();
        Window window = Window.of(search.page(), null);
        return new ModelAndView("petition/list")
                .addObject("window", window)
                .addObject(
                        "page",
                        sheets.list(
                                search.filter(clock.getZone()), search.sorting(), actor, window.page(), window.size()))
                .addObject("views", views.of(actor))
                .addObject("organization", organization);
    }

    /** What the open list asks now and then: how much has come in since it was loaded. */
    @GetMapping("/petitions/news")
    ModelAndView news(
            @ModelAttribute("search") PetitionSearch search, @RequestParam(required = false) @Nullable Instant since) {
        // The list has what came in at its own instant.
        Instant loaded = (since == null ? clock.instant() : since).plusMillis(1);
        long arrived = sheets.arrivedSince(loaded, search.filter(clock.getZone()), current.get());
        return new ModelAndView("petition/news").addObject("arrived", arrived);
    }

    @GetMapping("/petitions/{number}")
    ModelAndView sheet(@PathVariable String number) {
        Actor actor = current.get();
        CaseSheet sheet = sheets.caseSheet(number, actor);
        return SheetPage.of("petition/sheet", sheet, organization, answers)
                .addObject("leads", leads(sheet, actor))
                .addObject("matter", matters.find(sheet.matter(), actor).orElse(null))
                .addObject("minutes", minutes.getObject().of(number))
                .addObject(
                        "remarks",
                        remarks.stream()
                                .flatMap(room -> room.of(number, actor).stream())
                                .toList())
                .addObject(
                        "pasted",
                        sheet.cameBy() == CameBy.PASTED ? pasted.of(number).orElse(null) : null)
                .addObject("suggested", suggestions.of(sheet))
                .addObject("similar", suggestions.similarTo(number))
                .addObject("earlier", sheet.petitioner() == null ? List.of() : earlier.besides(number, actor));
    }

    /** The lead alone writes to the citizen and says what is missing. */
    private static boolean leads(CaseSheet sheet, Actor actor) {
        return sheet.units().stream()
                .anyMatch(part -> part.duty() == Duty.LEAD
                        && part.endedAt() == null
                        && part.unit().equals(actor.unit()));
    }
}
