package cn.wenzheng.channel.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How an uploaded file is written. */
enum TableFormat {
    UTF_8("UTF-8"),
    GB18030("GB18030"),
    XLSX(null);

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final @Nullable String charset;

    TableFormat(@Nullable String charset) {
        this.charset = charset;
    }

    /** True when the file begins as an Excel workbook does. */
    static boolean isWorkbook(InputStream file) {
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
    Table open(InputStream file) {
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
