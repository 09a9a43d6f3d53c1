package cn.wenzheng.assessment;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The facts on which units are assessed, for those who assess, supervise and audit. */
@Controller
class FactPage {

    private final AssessmentDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    FactPage(AssessmentDesk desk, OrganizationDesk organization, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/assessment")
    ModelAndView facts(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "false") boolean counting,
            @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        String asked = StringUtils.hasText(unit) ? unit : null;
        Period period = Period.of(since, null, clock.getZone());
        return new ModelAndView("assessment/facts")
                .addObject("unit", asked)
                .addObject("since", period.from() == null ? null : since)
                .addObject("counting", counting ? "true" : null)
                .addObject("window", window)
                .addObject("organization", organization)
                .addObject("facts", desk.factsSince(asked, period.from(), counting, current.get(), window));
    }
}
