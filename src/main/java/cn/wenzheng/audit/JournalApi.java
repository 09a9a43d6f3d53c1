package cn.wenzheng.audit;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal of the whole house for programs, page by page or as one file. */
@RestController
@Tag(name = "audit", description = "审计 · Audit")
@RequestMapping("/api/audit/journal")
class JournalApi {

    private final JournalDesk desk;
    private final JournalFile file;
    private final OrganizationDesk organization;
    private final CurrentActor current;
    private final Clock clock;

    JournalApi(JournalDesk desk, JournalFile file, OrganizationDesk organization, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.file = file;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "查找留痕 · Search the journal",
            description = "最新的在前；total 最多数到 10000，more 为 true 表示还有更多"
                    + " · Newest first; total counts up to 10,000, more says that there are more")
    @GetMapping
    JournalDesk.Found find(@ParameterObject @ModelAttribute JournalSearch search) {
        Actor actor = current.get();
        JournalDesk.admit(actor);
        return desk.find(search.filter(organization, clock.getZone()), search.page(), search.size(), actor);
    }

    @Operation(summary = "导出留痕 · Export the journal")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/export")
    void export(
            @ParameterObject @ModelAttribute JournalSearch search,
            @RequestParam(defaultValue = "xlsx") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Actor actor = current.get();
        JournalDesk.admit(actor);
        JournalFilter filter = search.filter(organization, clock.getZone());
        desk.beginExport(filter, format, actor);
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(format));
        OutputStream out = response.getOutputStream();
        desk.all(filter, lines -> file.write(lines, format, out, locale));
    }

    private String named(ExportFormat format) {
        return ContentDisposition.attachment()
                .filename("journal-" + LocalDate.now(clock) + "." + format.code())
                .build()
                .toString();
    }
}
