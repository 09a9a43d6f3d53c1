package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page shown again with what was typed, and the reason why it did not go through. */
final class RefusedPage {

    private RefusedPage() {}

    static ModelAndView of(String template, Refusal refusal) {
        ModelAndView page =
                new ModelAndView(template).addObject("refusal", refusal).addObject("unrepeatable", true);
        page.setStatus(
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
                });
        return page;
    }
}
