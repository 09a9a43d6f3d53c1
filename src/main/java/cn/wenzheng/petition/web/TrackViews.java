package cn.wenzheng.petition.web;

import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.CitizenView;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionSheets;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The tracking page as it is shown, and shown again. */
@Component
class TrackViews {

    static final String FIND = "petition/find";

    private static final String PAGE = "petition/track";

    private final PetitionSheets sheets;
    private final Deadlines deadlines;

    TrackViews(PetitionSheets sheets, Deadlines deadlines) {
        this.sheets = sheets;
        this.deadlines = deadlines;
    }

    ModelAndView view(String number) {
        return filled(new ModelAndView(PAGE), number);
    }

    /** The page with the reason beside the form that was refused. */
    ModelAndView refused(String number, Refusal refusal, String act) {
        return filled(RefusedPage.of(PAGE, refusal), number).addObject("act", act);
    }

    /** The session is over, or never was: the code is asked for again. */
    static ModelAndView unopened(String number) {
        return RefusedPage.of(FIND, Refusal.notFound()).addObject("number", number);
    }

    static ModelAndView back(String number) {
        return new ModelAndView("redirect:/track/{number}").addObject("number", number);
    }

    private ModelAndView filled(ModelAndView page, String number) {
        CitizenView view = sheets.citizenView(number);
        return page.addObject("view", view)
                .addObject("steps", StageLine.of(view.status()))
                .addObject("provisional", isOpenAndMayMove(view));
    }

    private boolean isOpenAndMayMove(CitizenView view) {
        return view.promisedBy() != null
                && view.firstAnsweredAt() == null
                && deadlines.isProvisional(view.receivedAt(), view.promisedBy());
    }
}
