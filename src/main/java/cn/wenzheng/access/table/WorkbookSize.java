package cn.wenzheng.access.table;

import cn.wenzheng.organization.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Refuses a small workbook that unpacks into more than memory holds. */
final class WorkbookSize {

    /** What a workbook may be unpacked; its words have to fit into memory at once, its rows have not. */
    private static final long MOST_UNPACKED = 512L << 20;

    private static final long MOST_WORDS = 64L << 20;
    private static final String WORDS = "xl/sharedStrings.xml";

    private WorkbookSize() {}

    /** Looks into the directory of the file, as Excel does: what stands between its parts is not read. */
    static void requireFitting(InputStream file) {
        try (file;
                ZipFile workbook = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.readAllBytes()))
                        .get()) {
            long unpacked = 0;
            for (ZipArchiveEntry part : Collections.list(workbook.getEntries())) {
                long most =
                        Math.min(part.getName().equals(WORDS) ? MOST_WORDS : MOST_UNPACKED, MOST_UNPACKED - unpacked);
                unpacked += unpackedSize(workbook.getInputStream(part), most);
            }
        } catch (IOException notAZip) {
            throw Refusal.invalid("file", "import-unreadable");
        }
    }

    private static long unpackedSize(InputStream part, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (part) {
            for (int length = part.read(buffer); length >= 0; length = part.read(buffer)) {
                size += length;
                if (size > most) {
                    throw Refusal.invalid("file", "import-unpacks-too-far");
                }
            }
        }
        return size;
    }
}
