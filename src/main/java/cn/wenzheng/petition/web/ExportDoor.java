package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.access.table.TableWriter;
import cn.wenzheng.petition.PetitionExports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The list of petitions as a file, which goes out while it is read.
 *
 * <p>Two addresses, because a refusal is a page for people and a problem for programs.
 */
@RestController
@Tag(name = "petitions", description = "诉求 · Petitions")
class ExportDoor {

    private final PetitionExports exports;
    private final LineWords words;
    private final CurrentActor current;
    private final Clock clock;

    ExportDoor(PetitionExports exports, LineWords words, CurrentActor current, Clock clock) {
        this.exports = exports;
        this.words = words;
        this.current = current;
        this.clock = clock;
    }

    @Operation(summary = "导出诉求清单 · Export the list of petitions")
    @GetMapping({"/api/petitions/export", "/petitions/export"})
    void export(
            @ParameterObject PetitionSearch search,
            @RequestParam(defaultValue = "xlsx") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        // Closed only when all went well: a file that breaks off must not look whole.
        TableWriter[] table = new TableWriter[1];
        exports.export(search.filter(clock.getZone()), search.sorting(), format.code(), current.get(), () -> {
            announce(format, response);
            table[0] = format.open(response.getOutputStream());
            table[0].row(words.header(locale));
            return line -> table[0].row(words.row(line, locale));
        });
        table[0].close();
    }

    private void announce(ExportFormat format, HttpServletResponse response) {
        String name = "诉求清单-%s.%s".formatted(LocalDate.now(clock), format.code());
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
