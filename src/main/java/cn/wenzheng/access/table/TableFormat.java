package cn.wenzheng.access.table;

import cn.wenzheng.organization.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an uploaded table is written. */
public enum TableFormat {
    UTF_8("UTF-8"),
    GB18030("GB18030"),
    XLSX(null);

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final @Nullable String charset;

    TableFormat(@Nullable String charset) {
        this.charset = charset;
    }

    /**
     * How the file may be written, the likelier format first; which one it is shows when it is read to its end.
     *
     * @param file opens the file anew each time
     * @throws Refusal when it is a workbook that unpacks too far to be meant
     */
    public static List<TableFormat> candidates(Supplier<InputStream> file) {
        if (!isWorkbook(file.get())) {
            return List.of(UTF_8, GB18030);
        }
        WorkbookSize.requireFitting(file.get());
        return List.of(XLSX);
    }

    private static boolean isWorkbook(InputStream file) {
        try (file) {
            return Arrays.equals(file.readNBytes(ZIP.length), ZIP);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Opens the table; a byte that the format does not know is an error when it is come to, never a question mark.
     *
     * @throws UncheckedIOException here or while reading, when the file is not written like this
     */
    public Table open(InputStream file) {
        return charset == null ? new XlsxTable(bytesOf(file)) : csv(file, charset);
    }

    private static byte[] bytesOf(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Table csv(InputStream file, String charset) {
        return new CsvTable(new InputStreamReader(
                file,
                Charset.forName(charset)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
