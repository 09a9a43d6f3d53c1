package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.CitizenView;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.QueryCodes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a citizen follows his petition, writes back, or takes it back; works without JavaScript.
 *
 * <p>The query code comes in a form's body or in the header {@code X-Query-Code}, never in an address. A code that fits
 * opens the petition for this browser's session.
 */
@Controller
class TrackPage {

    private static final String PAGE = "petition/track";
    private static final String FIND = "petition/find";

    private final QueryCodes codes;
    private final PetitionSheets sheets;
    private final PetitionDesk desk;

    TrackPage(QueryCodes codes, PetitionSheets sheets, PetitionDesk desk) {
        this.codes = codes;
        this.sheets = sheets;
        this.desk = desk;
    }

    @GetMapping("/track")
    ModelAndView ask() {
        return new ModelAndView(FIND);
    }

    @PostMapping("/track")
    ModelAndView find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request) {
        String asked = number.strip().toUpperCase();
        try {
            codes.open(asked, code == null ? null : code.strip(), request.getRemoteAddr());
        } catch (Refusal refusal) {
            return RefusedPage.of(FIND, refusal).addObject("number", number);
        }
        OpenedPetitions.of(request).add(asked);
        return new ModelAndView("redirect:/track/{number}").addObject("number", asked);
    }

    /** The page of a petition this browser has opened; with the header it is opened now. */
    @GetMapping("/track/{number}")
    ModelAndView follow(
            @PathVariable String number,
            @RequestHeader(name = "X-Query-Code", required = false) @Nullable String code,
            HttpServletRequest request) {
        if (code != null) {
            codes.open(number, code, request.getRemoteAddr());
            OpenedPetitions.of(request).add(number);
        }
        return OpenedPetitions.of(request).contains(number)
                ? view(new ModelAndView(PAGE), number)
                : ask().addObject("number", number);
    }

    @PostMapping("/track/{number}/replies")
    ModelAndView reply(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String text,
            HttpServletRequest request) {
        if (!OpenedPetitions.of(request).contains(number)) {
            return unopened(number).addObject("typed", text);
        }
        try {
            desk.messageFromCitizen(number, text, Actor.citizen(Door.PORTAL));
        } catch (Refusal refusal) {
            return view(RefusedPage.of(PAGE, refusal), number).addObject("typed", text);
        }
        return back(number);
    }

    @PostMapping("/track/{number}/withdraw")
    ModelAndView withdraw(@PathVariable String number, HttpServletRequest request) {
        if (!OpenedPetitions.of(request).contains(number)) {
            return unopened(number);
        }
        try {
            desk.withdraw(number, Actor.citizen(Door.PORTAL));
        } catch (Refusal refusal) {
            return view(RefusedPage.of(PAGE, refusal), number);
        }
        return back(number);
    }

    /** The session is over, or never was: the code is asked for again. */
    private static ModelAndView unopened(String number) {
        return RefusedPage.of(FIND, Refusal.notFound()).addObject("number", number);
    }

    private ModelAndView view(ModelAndView page, String number) {
        CitizenView view = sheets.citizenView(number);
        return page.addObject("view", view).addObject("steps", StageLine.of(view.status()));
    }

    private static ModelAndView back(String number) {
        return new ModelAndView("redirect:/track/{number}").addObject("number", number);
    }
}
