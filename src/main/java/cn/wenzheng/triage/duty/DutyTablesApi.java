package cn.wenzheng.triage.duty;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Sentences;
import cn.wenzheng.access.Window;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.CityImport;
import cn.wenzheng.organization.ImportPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The duty directory as a table over HTTP: out as it is, and in after a look at what it would change. */
@RestController
@RequestMapping("/api/duties")
@Tag(name = "duties")
class DutyTablesApi {

    private final DutyDesk desk;
    private final DutyTables tables;
    private final CurrentActor current;
    private final Sentences sentences;

    DutyTablesApi(DutyDesk desk, DutyTables tables, CurrentActor current, Sentences sentences) {
        this.desk = desk;
        this.tables = tables;
        this.current = current;
        this.sentences = sentences;
    }

    /** @param reason a sentence in the reader's language */
    record Problem(int line, String reason) {}

    /** @param reroutes the open petitions that would be routed differently, at most 200 of them */
    record Preview(
            CityImport about,
            int created,
            int changed,
            int unchanged,
            List<ImportPlan.Change> changes,
            List<Problem> problems,
            Listing<Reroute> reroutes) {}

    record Applied(int created, int changed, int unchanged) {}

    @GetMapping("/export")
    @Operation(summary = "导出派单目录 · Export the duty directory", description = "A table that can be taken in again.")
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable ExportFormat format) {
        return tables.file(format, current.get());
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传派单目录，先看预览 · Upload a duty directory and see what it would change")
    @ResponseStatus(HttpStatus.CREATED)
    Preview upload(@RequestParam(required = false) @Nullable MultipartFile file) {
        return told(desk.table(tables.upload(file, current.get()), current.get()));
    }

    @GetMapping("/import/{id}")
    @Operation(summary = "预览：会改变什么，哪里有错，哪些诉求会改派 · What it would change now, what is wrong, what it would reroute")
    Preview find(@PathVariable String id) {
        return told(desk.table(DutyTables.idOf(id), current.get()));
    }

    @PostMapping("/import/{id}/confirm")
    @Operation(summary = "确认导入派单目录 · Take it in, all of it or nothing")
    Applied confirm(@PathVariable String id) {
        ImportPlan plan = tables.confirm(DutyTables.idOf(id), current.get());
        return new Applied(plan.created(), plan.changed(), plan.unchanged());
    }

    private Preview told(CityImport.Preview preview) {
        ImportPlan plan = preview.plan();
        List<Reroute> reroutes = desk.preview(preview, current.get());
        List<Problem> problems = plan.problems().stream()
                .map(problem ->
                        new Problem(problem.line(), sentences.of(problem.reason(), LocaleContextHolder.getLocale())))
                .toList();
        return new Preview(
                preview.about(),
                plan.created(),
                plan.changed(),
                plan.unchanged(),
                plan.changes(),
                problems,
                new Listing<>(reroutes.stream().limit(Window.MOST).toList(), reroutes.size()));
    }
}
