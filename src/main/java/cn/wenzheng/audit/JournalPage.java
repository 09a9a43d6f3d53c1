package cn.wenzheng.audit;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's search as a page; a search that cannot be made says why and keeps what was typed. */
@Component
class JournalPage {

    private static final int SIZE = 50;

    private final JournalDesk desk;
    private final TrailWords words;
    private final OrganizationDesk organization;
    private final Clock clock;

    JournalPage(JournalDesk desk, TrailWords words, OrganizationDesk organization, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.organization = organization;
        this.clock = clock;
    }

    ModelAndView of(JournalSearch search, Actor actor, Locale locale) {
        ModelAndView view =
                new ModelAndView("audit/journal").addObject("search", search).addObject("organization", organization);
        try {
            JournalFilter filter = search.filter(organization, clock.getZone());
            JournalDesk.Found found = desk.find(filter, search.page(), SIZE, actor);
            return view.addObject("found", found)
                    .addObject("lines", lines(found, locale))
                    .addObject("window", Window.of(search.page(), SIZE));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return view.addObject("wrong", refusal);
        }
    }

    private List<Trail.Line> lines(JournalDesk.Found found, Locale locale) {
        return found.items().stream().map(entry -> words.line(entry, locale)).toList();
    }
}
