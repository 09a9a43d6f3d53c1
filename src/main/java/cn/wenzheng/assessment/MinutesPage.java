package cn.wenzheng.assessment;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Period;
import cn.wenzheng.organization.OrganizationDesk;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The units' responsibility time, for those who assess, supervise and audit; the last thirty days unless they ask else. */
@Controller
class MinutesPage {

    private static final int DAYS = 30;

    private final AssessmentDesk desk;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    MinutesPage(AssessmentDesk desk, OrganizationDesk organization, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/assessment/minutes")
    ModelAndView minutes(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        LocalDate today = LocalDate.now(clock);
        String first =
                StringUtils.hasText(from) ? from : today.minusDays(DAYS - 1L).toString();
        String last = StringUtils.hasText(to) ? to : today.toString();
        return new ModelAndView("assessment/minutes")
                .addObject("from", first)
                .addObject("to", last)
                .addObject("organization", organization)
                .addObject("minutes", desk.minutes(Period.of(first, last, clock.getZone()), current.get()));
    }
}
