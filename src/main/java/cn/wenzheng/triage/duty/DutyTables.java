package cn.wenzheng.triage.duty;

import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.access.table.TableWriter;
import cn.wenzheng.access.table.UploadedTable;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.DutyRegister;
import cn.wenzheng.organization.ImportPlan;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.KeptDuty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** The duty directory as a file: what goes out can come in again. */
@Component
class DutyTables {

    private final DutyRegister register;
    private final CityImports imports;
    private final DutyDesk desk;
    private final Journal journal;

    DutyTables(DutyRegister register, CityImports imports, DutyDesk desk, Journal journal) {
        this.register = register;
        this.imports = imports;
        this.desk = desk;
        this.journal = journal;
    }

    /** The whole directory; that it left the house is written down with it. */
    @Transactional
    public ResponseEntity<byte[]> file(@Nullable ExportFormat asked, Actor actor) {
        ExportFormat format = asked == null ? ExportFormat.XLSX : asked;
        List<KeptDuty> duties = register.duties(actor);
        byte[] file = written(duties, format);
        journal.done(actor, "duties-exported", null, Map.of(), Map.of("rows", duties.size(), "format", format.code()));
        ContentDisposition name = ContentDisposition.attachment()
                .filename("duties." + format.code())
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    private static byte[] written(List<KeptDuty> duties, ExportFormat format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = format.open(file)) {
            table.row(CityKind.DUTIES.columns());
            for (KeptDuty duty : duties) {
                table.row(cells(duty));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** In the order of {@link CityKind#columns}. */
    private static List<@Nullable Object> cells(KeptDuty duty) {
        return Arrays.asList(
                duty.leaf(),
                duty.unit(),
                duty.area(),
                String.join("|", duty.assisting()),
                duty.level(),
                duty.clause(),
                duty.term().from(),
                duty.term().to());
    }

    /** Keeps an uploaded table and tells under which id its preview is. */
    UUID upload(@Nullable MultipartFile file, Actor actor) {
        DutyRegister.requireKeeper(actor);
        UploadedTable table = UploadedTable.of(file, CityImports.MOST_ROWS);
        return imports.preview(CityKind.DUTIES, table.name(), table.digest(), table.sheet(), actor);
    }

    /** Takes the table in, all of it or nothing. */
    ImportPlan confirm(UUID id, Actor actor) {
        DutyRegister.requireKeeper(actor);
        desk.table(id, actor);
        return imports.confirm(id, actor).plan();
    }

    /** What cannot be an id is none: who may not ask hears that first. */
    static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
