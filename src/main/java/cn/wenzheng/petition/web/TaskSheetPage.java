package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.PetitionProcess;
import cn.wenzheng.petition.PetitionProcess.OpenTask;
import cn.wenzheng.petition.PetitionRemarks;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.matter.Matters;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The case sheet that stands above a task's form in Tasklist: the petition's words first. */
@Controller
class TaskSheetPage {

    private final PetitionProcess process;
    private final PetitionSheets sheets;
    private final Matters matters;
    private final ObjectProvider<PetitionRemarks> remarks;
    private final SheetAnswers answers;
    private final SheetSuggestions suggestions;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    TaskSheetPage(
            PetitionProcess process,
            PetitionSheets sheets,
            Matters matters,
            ObjectProvider<PetitionRemarks> remarks,
            SheetAnswers answers,
            SheetSuggestions suggestions,
            OrganizationDesk organization,
            CurrentActor current) {
        this.process = process;
        this.sheets = sheets;
        this.matters = matters;
        this.remarks = remarks;
        this.answers = answers;
        this.suggestions = suggestions;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/tasks/{id}/sheet")
    ModelAndView sheet(@PathVariable String id) {
        Actor actor = current.get();
        OpenTask task = process.task(id, actor).orElseThrow(Refusal::notFound);
        List<PetitionRemarks.Remark> said = remarks.stream()
                .flatMap(room -> room.of(task.petition(), actor).stream())
                .toList();
        CaseSheet sheet = sheets.caseSheet(task.petition(), actor);
        return SheetPage.of("petition/task", sheet, organization, answers)
                .addObject("matter", matters.find(sheet.matter(), actor).orElse(null))
                .addObject("suggested", suggestions.of(sheet))
                .addObject("remarks", said);
    }
}
