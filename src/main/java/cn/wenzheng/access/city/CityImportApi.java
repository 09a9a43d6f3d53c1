package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Sentences;
import cn.wenzheng.organization.CityImport;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.ImportPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The import of the city over HTTP: look first, then confirm. */
@RestController
@RequestMapping("/api/admin/import")
@Tag(name = "city-administration")
class CityImportApi {

    private final CityImports imports;
    private final CityUpload upload;
    private final CurrentActor current;
    private final Sentences sentences;

    CityImportApi(CityImports imports, CityUpload upload, CurrentActor current, Sentences sentences) {
        this.imports = imports;
        this.upload = upload;
        this.current = current;
        this.sentences = sentences;
    }

    /** @param reason a sentence in the reader's language */
    record Problem(int line, String reason) {}

    record Preview(
            CityImport about,
            int created,
            int changed,
            int unchanged,
            List<ImportPlan.Change> changes,
            List<Problem> problems) {}

    /** @param accounts the accounts made; their passwords are told this once and kept nowhere */
    record Applied(int created, int changed, int unchanged, List<CityImport.Account> accounts) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传表格，先看预览 · Upload a table and see what it would change")
    @ResponseStatus(HttpStatus.CREATED)
    Preview preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable CityKind kind) {
        return told(imports.find(upload.preview(file, kind, current.get()), current.get()));
    }

    @GetMapping
    @Operation(summary = "最近的导入 · The latest imports")
    Listing<CityImport> recent() {
        List<CityImport> recent = imports.recent(current.get());
        return new Listing<>(recent, recent.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "预览：会改变什么，哪里有错 · What it would change now, and what is wrong with it")
    Preview find(@PathVariable String id) {
        return told(imports.find(uuidOf(id), current.get()));
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "确认导入，全部进入或者一行也不进入 · Take it in, all of it or nothing")
    Applied confirm(@PathVariable String id) {
        CityImports.Applied applied = imports.confirm(uuidOf(id), current.get());
        ImportPlan plan = applied.plan();
        return new Applied(plan.created(), plan.changed(), plan.unchanged(), applied.accounts());
    }

    private Preview told(CityImport.Preview preview) {
        ImportPlan plan = preview.plan();
        List<Problem> problems = plan.problems().stream()
                .map(problem ->
                        new Problem(problem.line(), sentences.of(problem.reason(), LocaleContextHolder.getLocale())))
                .toList();
        return new Preview(preview.about(), plan.created(), plan.changed(), plan.unchanged(), plan.changes(), problems);
    }

    /** What cannot be an id is none: who may not ask hears that first. */
    static UUID uuidOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
