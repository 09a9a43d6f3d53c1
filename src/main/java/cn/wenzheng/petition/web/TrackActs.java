package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.Rating;
import cn.wenzheng.petition.Satisfaction;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What a citizen does on the tracking page; whatever is refused, his words stay in the form. */
@Controller
class TrackActs {

    private static final Actor CITIZEN = Actor.citizen(Door.PORTAL);

    private final TrackViews views;
    private final CitizenActs acts;

    TrackActs(TrackViews views, CitizenActs acts) {
        this.views = views;
        this.acts = acts;
    }

    @PostMapping("/track/{number}/add")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request) {
        return once(request, number, "add", text, () -> acts.add(number, text, Uploads.of("photo", photo), CITIZEN));
    }

    @PostMapping("/track/{number}/urge")
    ModelAndView urge(@PathVariable String number, HttpServletRequest request) {
        return once(request, number, "urge", null, () -> acts.urge(number, CITIZEN));
    }

    @PostMapping("/track/{number}/rate")
    ModelAndView rate(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Boolean solved,
            @RequestParam(required = false) @Nullable Satisfaction satisfaction,
            @RequestParam(required = false) @Nullable String text,
            HttpServletRequest request) {
        return once(
                        request,
                        number,
                        "rate",
                        text,
                        () -> acts.rate(number, new Rating(solved, satisfaction, text), CITIZEN))
                .addObject("chosen", satisfaction);
    }

    @PostMapping("/track/{number}/withdraw")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        return once(request, number, "withdraw", reason, () -> acts.withdraw(number, reason, CITIZEN));
    }

    private ModelAndView once(
            HttpServletRequest request, String number, String act, @Nullable String typed, Runnable deed) {
        if (!OpenedPetitions.of(request).contains(number)) {
            return TrackViews.unopened(number).addObject("typed", typed);
        }
        try {
            deed.run();
        } catch (Refusal refusal) {
            return views.refused(number, refusal, act).addObject("typed", typed);
        } catch (ConcurrencyFailureException overtaken) {
            return views.refused(number, Refusal.conflict("changed-meanwhile"), act)
                    .addObject("typed", typed);
        }
        return TrackViews.back(number);
    }
}
