package cn.wenzheng.access.city;

import cn.wenzheng.access.table.SmallTable;
import cn.wenzheng.access.table.Table;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.CityImports;
import cn.wenzheng.organization.CityKind;
import cn.wenzheng.organization.ImportSheet;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file that was uploaded at one of the doors to the desk of imports, as a table. */
@Component
class CityUpload {

    private static final int MEGABYTES = 5;
    private static final int LONGEST_NAME = 200;

    private final CityImports imports;

    CityUpload(CityImports imports) {
        this.imports = imports;
    }

    /** @return the id of the preview */
    UUID preview(@Nullable MultipartFile file, @Nullable CityKind kind, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "import-empty");
        }
        if (file.getSize() > MEGABYTES << 20) {
            throw Refusal.invalid("file", "city-import-too-large", MEGABYTES);
        }
        if (kind == null) {
            throw Refusal.invalid("kind", "city-kind-missing");
        }
        byte[] bytes = bytes(file);
        return imports.preview(kind, nameOf(file), digest(bytes), sheet(bytes), actor);
    }

    private static ImportSheet sheet(byte[] bytes) {
        List<Table.Row> rows = SmallTable.rows(bytes, CityImports.MOST_ROWS + 1);
        Table.Row header = rows.stream().findFirst().orElseThrow(() -> Refusal.invalid("file", "city-import-empty"));
        List<ImportSheet.Row> data = rows.stream()
                .skip(1)
                .map(row -> new ImportSheet.Row(row.line(), row.cells(), row.broken() != null))
                .toList();
        return new ImportSheet(header.cells(), header.line(), data);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The end of the file's name, which its sender chose, without what no row may hold. */
    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = sent == null ? "" : sent.replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
