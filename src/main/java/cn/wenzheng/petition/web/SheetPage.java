package cn.wenzheng.petition.web;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.servlet.ModelAndView;

/** A case sheet on its way to a template: what its first line says, and the clock explained. */
final class SheetPage {

    private SheetPage() {}

    /** The promise is told in a sentence of its own; every other limit is a row, the running ones by urgency. */
    static ModelAndView of(String template, CaseSheet sheet, OrganizationDesk organization, SheetAnswers answers) {
        List<Limit> limits = sheet.limits().stream()
                .filter(limit -> limit.stage() != Stage.PROMISE)
                .toList();
        return new ModelAndView(template)
                .addObject("sheet", sheet)
                .addObject("organization", organization)
                .addObject("limits", limits)
                .addObject("carried", answers.carried(sheet.number()))
                .addObject("preview", answers.preview(sheet))
                .addObject(
                        "nearest",
                        limits.stream()
                                .filter(limit -> limit.stage().isActedOn() && limit.endedAt() == null)
                                .min(Comparator.comparing(Limit::dueAt))
                                .orElse(null));
    }
}
