package cn.wenzheng.triage.duty;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.access.Window;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.CityImport;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where the duty directory goes out as a table and comes in again after a look at what it would change and reroute. */
@Controller
class DutyImportPages {

    private final DutyDesk desk;
    private final DutyTables tables;
    private final DutyWords words;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    DutyImportPages(
            DutyDesk desk, DutyTables tables, DutyWords words, OrganizationDesk organization, CurrentActor current) {
        this.desk = desk;
        this.tables = tables;
        this.words = words;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping("/admin/duties/import")
    ModelAndView ask() {
        CityImports.requireReader(current.get());
        return new ModelAndView("triage/duty-import");
    }

    @PostMapping("/admin/duties/import")
    ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile file) {
        try {
            UUID id = tables.upload(file, current.get());
            return new ModelAndView("redirect:/admin/duties/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> ask(), Refusal.Kind.INVALID, refusal);
        }
    }

    @GetMapping("/admin/duties/import/{id}")
    ModelAndView preview(@PathVariable String id, @RequestParam(required = false) @Nullable Integer page) {
        CityImport.Preview preview = desk.table(DutyTables.idOf(id), current.get());
        List<Reroute> reroutes = desk.preview(preview, current.get());
        return new ModelAndView("triage/duty-import-preview")
                .addObject("organization", organization)
                .addObject("words", words)
                .addObject("preview", preview)
                .addObject("total", reroutes.size())
                .addObject("reroutes", reroutes.stream().limit(Window.MOST).toList())
                .addObject("window", Window.of(page, Window.MOST));
    }

    @PostMapping("/admin/duties/import/{id}/confirm")
    ModelAndView confirm(@PathVariable String id) {
        try {
            tables.confirm(DutyTables.idOf(id), current.get());
            return new ModelAndView("redirect:/admin/duties/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> preview(id, null), Refusal.Kind.CONFLICT, refusal);
        }
    }

    @GetMapping("/admin/duties/export")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable ExportFormat format) {
        return tables.file(format, current.get());
    }
}
