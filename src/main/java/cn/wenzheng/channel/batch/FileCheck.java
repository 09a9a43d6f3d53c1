package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;

/** Finds out, before the first row goes in, how a file is written, whether it has what it needs and how many rows. */
@Component
class FileCheck {

    /** What a workbook may be unpacked; its words have to fit into memory at once, its rows have not. */
    private static final long MOST_UNPACKED = 512L << 20;

    private static final long MOST_WORDS = 64L << 20;
    private static final String WORDS = "xl/sharedStrings.xml";

    private final ImportParts parts;

    FileCheck(ImportParts parts) {
        this.parts = parts;
    }

    record Found(TableFormat format, int rows) {}

    /** A file that cannot be taken in at all is refused. */
    Found find(UUID id) {
        boolean workbook = TableFormat.isWorkbook(parts.open(id));
        if (workbook) {
            requireFitting(id);
        }
        for (TableFormat format :
                workbook ? List.of(TableFormat.XLSX) : List.of(TableFormat.UTF_8, TableFormat.GB18030)) {
            try {
                return new Found(format, count(id, format));
            } catch (UncheckedIOException notWrittenLikeThis) {
                // The next format may do.
            }
        }
        throw Refusal.invalid("file", "import-unreadable");
    }

    private int count(UUID id, TableFormat format) {
        try (Table table = format.open(parts.open(id))) {
            var unused = new Columns(table.next());
            int rows = 0;
            while (table.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    private void requireFitting(UUID id) {
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(parts.open(id))) {
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long before = unpacked;
                long most = entry.getName().equals(WORDS) ? MOST_WORDS : MOST_UNPACKED;
                for (int length = zip.read(buffer); length >= 0; length = zip.read(buffer)) {
                    unpacked += length;
                    if (unpacked - before > most || unpacked > MOST_UNPACKED) {
                        throw Refusal.invalid("file", "import-unpacks-too-far");
                    }
                }
            }
        } catch (IOException notAZip) {
            throw Refusal.invalid("file", "import-unreadable");
        }
    }
}
