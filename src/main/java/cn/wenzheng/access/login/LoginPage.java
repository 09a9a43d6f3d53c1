package cn.wenzheng.access.login;

import cn.wenzheng.access.Sentences;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door for the staff; what is typed there goes to the security chain. */
@Controller
class LoginPage {

    private final SsoSettings singleSignOn;
    private final OrganizationDesk organization;
    private final Sentences sentences;
    private final MessageSource messages;

    LoginPage(SsoSettings singleSignOn, OrganizationDesk organization, Sentences sentences, MessageSource messages) {
        this.singleSignOn = singleSignOn;
        this.organization = organization;
        this.sentences = sentences;
        this.messages = messages;
    }

    /** @param refused why a single sign-on has led back here */
    @GetMapping("/login")
    ModelAndView login(@RequestParam(required = false) @Nullable String refused, Locale locale) {
        Optional<String> sentence = SsoRefusal.of(refused)
                .map(refusal -> sentences.of(refusal.slug(), new Object[] {centre(locale)}, locale));
        return new ModelAndView("access/login")
                .addObject("singleSignOn", singleSignOn.isOn())
                .addObject("refused", sentence.orElse(null));
    }

    /** Whom to ask: the administrator sits there. */
    private String centre(Locale locale) {
        return organization.units().stream()
                .filter(Unit::isCentre)
                .map(Unit::name)
                .findFirst()
                .orElseGet(() -> messages.getMessage("page.city", null, locale));
    }
}
