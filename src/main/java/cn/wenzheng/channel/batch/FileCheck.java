package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.Table;
import cn.wenzheng.access.table.TableFormat;
import cn.wenzheng.organization.Refusal;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds out, before the first row goes in, how a file is written, whether it has what it needs and how many rows. */
@Component
class FileCheck {

    private final ImportParts parts;

    FileCheck(ImportParts parts) {
        this.parts = parts;
    }

    record Found(TableFormat format, int rows) {}

    /** A file that cannot be taken in at all is refused. */
    Found find(UUID id) {
        for (TableFormat format : TableFormat.candidates(() -> parts.open(id))) {
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
}
