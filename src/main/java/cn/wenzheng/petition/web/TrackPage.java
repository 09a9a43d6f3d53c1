package cn.wenzheng.petition.web;

import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.AttachmentDesk;
import cn.wenzheng.petition.QueryCodes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a citizen follows his petition; works without JavaScript.
 *
 * <p>The query code comes in a form's body or in the header {@code X-Query-Code}, never in an address. A code that fits
 * opens the petition for this browser's session.
 */
@Controller
class TrackPage {

    private final QueryCodes codes;
    private final TrackViews views;
    private final AttachmentDesk attachments;

    TrackPage(QueryCodes codes, TrackViews views, AttachmentDesk attachments) {
        this.codes = codes;
        this.views = views;
        this.attachments = attachments;
    }

    @GetMapping("/track")
    ModelAndView ask() {
        return new ModelAndView(TrackViews.FIND);
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
            return RefusedPage.of(TrackViews.FIND, refusal).addObject("number", number);
        }
        OpenedPetitions.of(request).add(asked);
        return TrackViews.back(asked);
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
        return OpenedPetitions.of(request).contains(number) ? views.view(number) : ask().addObject("number", number);
    }

    @GetMapping("/track/{number}/attachments/{id}")
    ResponseEntity<Resource> show(@PathVariable String number, @PathVariable String id, HttpServletRequest request) {
        if (!OpenedPetitions.of(request).contains(number)) {
            throw Refusal.notFound();
        }
        return AttachmentAnswer.of(attachments.openForCitizen(number, id));
    }
}
