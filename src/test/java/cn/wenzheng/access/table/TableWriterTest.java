package cn.wenzheng.access.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsWrittenIsReadAgain(ExportFormat format) throws IOException {
        byte[] file = written(format, List.of("编号", "件数"), List.of("路灯，\"坏了\"\n三天", 12));

        assertThat(SmallTable.rows(file))
                .extracting(Table.Row::cells)
                .containsExactly(List.of("编号", "件数"), List.of("路灯，\"坏了\"\n三天", "12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠a"})
    void noCellOfWordsIsAFormula(String words) throws IOException {
        String csv = new String(written(ExportFormat.CSV, List.of(words)), StandardCharsets.UTF_8);

        assertThat(csv.replaceFirst("^\uFEFF\"?", "")).startsWith("'");
        assertThat(sheetOf(written(ExportFormat.XLSX, List.of(words)))).doesNotContain("<f>");
    }

    @Test
    void aNumberStaysANumber() throws IOException {
        assertThat(new String(written(ExportFormat.CSV, List.of(-5)), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF-5\r\n");
    }

    @Test
    void aCellOfAWorkbookIsCutWhereExcelWouldRefuseIt() throws IOException {
        byte[] file = written(ExportFormat.XLSX, List.of("字".repeat(40_000)));

        assertThat(SmallTable.rows(file).get(0).cell(0)).hasSize(32_767).endsWith("…");
    }

    private static byte[] written(ExportFormat format, List<?>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out)) {
            for (List<?> row : rows) {
                table.row(row);
            }
        }
        return out.toByteArray();
    }

    private static String sheetOf(byte[] workbook) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
