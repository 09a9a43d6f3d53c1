package cn.wenzheng.triage.model;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the house has learnt, for administrators and auditors. */
@Controller
class ModelPage {

    private static final int VERSIONS = 20;

    private final ModelDesk desk;
    private final ModelFigures figures;
    private final ModelDecisions decisions;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    ModelPage(
            ModelDesk desk,
            ModelFigures figures,
            ModelDecisions decisions,
            OrganizationDesk organization,
            CurrentActor current) {
        this.desk = desk;
        this.figures = figures;
        this.decisions = decisions;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/admin/models")
    ModelAndView models(@RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, VERSIONS);
        return new ModelAndView("triage/models")
                .addObject("window", window)
                .addObject("versions", desk.versions(window, current.get()))
                .addObject("figures", figures.figures());
    }

    /** The petitions that a figure has counted; administrators read no cases, and see the figures alone. */
    @GetMapping("/admin/models/decisions")
    ModelAndView decisions(DecisionFilter filter, @RequestParam(required = false) @Nullable Integer page) {
        requireReaderOfCases(current.get());
        Window window = Window.of(page, null);
        return new ModelAndView("triage/decisions")
                .addObject("filter", filter)
                .addObject("window", window)
                .addObject("organization", organization)
                .addObject("total", decisions.count(filter))
                .addObject("decisions", decisions.decisions(filter, window));
    }

    private static void requireReaderOfCases(Actor actor) {
        if (!actor.hasAny(Role.AUDITOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }
}
