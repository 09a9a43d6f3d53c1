package cn.wenzheng.access;

import cn.wenzheng.organization.Refusal;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page shown again with what was typed, and the reason why it did not go through. */
public final class RefusedPage {

    private RefusedPage() {}

    /** A page that only a form has led to, so that it cannot be asked for again in another language. */
    public static ModelAndView of(String template, Refusal refusal) {
        return with(new ModelAndView(template).addObject("unrepeatable", true), refusal);
    }

    /**
     * The page from which it was tried.
     *
     * @param shown what this page can explain
     * @throws Refusal of any other kind, which has a page of its own
     */
    public static ModelAndView again(Supplier<ModelAndView> page, Refusal.Kind shown, Refusal refusal) {
        if (refusal.kind() != shown) {
            throw refusal;
        }
        return with(page.get(), refusal);
    }

    private static ModelAndView with(ModelAndView page, Refusal refusal) {
        page.addObject("refusal", refusal);
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
