package cn.wenzheng.access.table;

import cn.wenzheng.organization.ImportSheet;
import cn.wenzheng.organization.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that was uploaded to change the city, read as a table. */
public final class UploadedTable {

    private static final int MEGABYTES = 5;
    private static final int LONGEST_NAME = 200;

    private final String name;
    private final byte[] digest;
    private final ImportSheet sheet;

    private UploadedTable(String name, byte[] digest, ImportSheet sheet) {
        this.name = name;
        this.digest = digest;
        this.sheet = sheet;
    }

    /**
     * Reads the file.
     *
     * @param most how many rows it may have
     * @throws Refusal when it is none, too large or no table
     */
    public static UploadedTable of(@Nullable MultipartFile file, int most) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "import-empty");
        }
        if (file.getSize() > MEGABYTES << 20) {
            throw Refusal.invalid("file", "city-import-too-large", MEGABYTES);
        }
        byte[] bytes = bytes(file);
        return new UploadedTable(nameOf(file), digest(bytes), sheet(bytes, most));
    }

    /** The end of the file's name, which its sender chose, without what no row may hold. */
    public String name() {
        return name;
    }

    /** What tells the same file again. */
    public byte[] digest() {
        return digest.clone();
    }

    public ImportSheet sheet() {
        return sheet;
    }

    private static ImportSheet sheet(byte[] bytes, int most) {
        List<Table.Row> rows = SmallTable.rows(bytes, most + 1);
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

    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = sent == null ? "" : sent.replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
