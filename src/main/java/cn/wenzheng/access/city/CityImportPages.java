package cn.wenzheng.access.city;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.access.Window;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.CityImport;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where a city moves in: a template, an uploaded table, what it would change, and the one button that takes it in. */
@Controller
class CityImportPages {

    private final CityImports imports;
    private final CityUpload upload;
    private final CityTemplate template;
    private final PlanWords words;
    private final CurrentActor current;

    CityImportPages(
            CityImports imports, CityUpload upload, CityTemplate template, PlanWords words, CurrentActor current) {
        this.imports = imports;
        this.upload = upload;
        this.template = template;
        this.words = words;
        this.current = current;
    }

    @GetMapping("/admin/import")
    ModelAndView ask(@RequestParam(required = false) @Nullable CityKind kind) {
        return new ModelAndView("access/city/import")
                .addObject("kind", kind == null ? CityKind.UNITS : kind)
                .addObject("recent", imports.recent(current.get()));
    }

    @PostMapping("/admin/import")
    ModelAndView preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable CityKind kind) {
        try {
            UUID id = upload.preview(file, kind, current.get());
            return new ModelAndView("redirect:/admin/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> ask(kind), Refusal.Kind.INVALID, refusal);
        }
    }

    @GetMapping("/admin/import/{id}")
    ModelAndView preview(@PathVariable String id, @RequestParam(required = false) @Nullable Integer page) {
        CityImport.Preview preview = imports.find(CityImportApi.uuidOf(id), current.get());
        return new ModelAndView("access/city/preview")
                .addObject("preview", preview)
                .addObject("words", words)
                .addObject("window", Window.of(page, Window.MOST));
    }

    @PostMapping("/admin/import/{id}/confirm")
    ModelAndView confirm(@PathVariable String id) {
        try {
            CityImports.Applied applied = imports.confirm(CityImportApi.uuidOf(id), current.get());
            // The page cannot be asked for again, so it has no link to itself in another language.
            return new ModelAndView("access/city/applied")
                    .addObject("applied", applied)
                    .addObject("unrepeatable", true);
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> preview(id, null), Refusal.Kind.CONFLICT, refusal);
        }
    }

    /** A table with the right columns and rows that show how they are filled. */
    @GetMapping("/admin/import/template")
    ResponseEntity<byte[]> template(
            @RequestParam(required = false) @Nullable CityKind kind,
            @RequestParam(required = false) @Nullable ExportFormat format) {
        CityImports.requireReader(current.get());
        CityKind wanted = kind == null ? CityKind.UNITS : kind;
        ExportFormat written = format == null ? ExportFormat.XLSX : format;
        ContentDisposition name = ContentDisposition.attachment()
                .filename(wanted.code() + "." + written.code())
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, written.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(template.write(wanted, written));
    }
}
