package cn.wenzheng.access.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class TableFormatTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsUtf8AndGb18030() {
        String text = "text\n㐀𠀀路灯😀\n";
        assertThat(rowsOf(TableFormat.UTF_8, text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(rowsOf(TableFormat.GB18030, text.getBytes(GB18030)))
                .containsExactly(List.of("text"), List.of("㐀𠀀路灯😀"));
    }

    @Test
    void doesNotTakeOneCharsetForTheOther() {
        assertThatThrownBy(() -> rowsOf(TableFormat.UTF_8, "路灯".getBytes(GB18030)))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> rowsOf(TableFormat.GB18030, new byte[] {(byte) 0xFF, (byte) 0xFE, 0x74, 0}))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void knowsAWorkbookByItsFirstBytes() throws IOException {
        assertThat(candidates(workbook(""))).containsExactly(TableFormat.XLSX);
        assertThat(candidates("PK,text".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(TableFormat.UTF_8, TableFormat.GB18030);
        assertThat(candidates(new byte[0])).doesNotContain(TableFormat.XLSX);
    }

    @Test
    void readsTheFirstSheetOfAWorkbookAsAPersonSeesIt() throws IOException {
        byte[] file = workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>time</t></is></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>路灯坏了</t></is></c><c r="B3" s="1"><v>46095.3368055556</v></c></row>
                <row r="4"><c r="A4"><v>1.0E3</v></c></row>
                """);
        assertThat(rowsOf(TableFormat.XLSX, file))
                .containsExactly(List.of("text", "time"), List.of("路灯坏了", "2026-03-14 08:05:00"), List.of("1000"));
    }

    @Test
    void saysThatSomethingElseIsNoWorkbook() {
        assertThatThrownBy(() -> rowsOf(TableFormat.XLSX, new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(Exception.class);
    }

    private static List<List<@Nullable String>> rowsOf(TableFormat format, byte[] file) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Table table = format.open(stream(file))) {
            for (Table.Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }

    private static List<TableFormat> candidates(byte[] file) {
        return TableFormat.candidates(() -> stream(file));
    }

    private static InputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    /** The smallest workbook Excel would open, with these rows; style 1 is a date. */
    public static byte[] workbook(String rows) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + content + ".sheet.main+xml'/>"
                        + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + content
                        + ".worksheet+xml'/><Override PartName='/xl/styles.xml' ContentType='" + content
                        + ".styles+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='" + content
                        + ".sharedStrings+xml'/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='" + relationships + "'><Relationship Id='r1' Type='" + office
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + relationships + "'><Relationship Id='s1' Type='" + office
                        + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='" + office
                        + "/styles' Target='styles.xml'/><Relationship Id='s3' Type='" + office
                        + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + main + "' xmlns:r='" + office
                        + "'><sheets><sheet name='一' sheetId='1' r:id='s1'/></sheets></workbook>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns='" + main
                        + "'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns='" + main + "'><si><t>text</t></si></sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        ("<?xml version='1.0' encoding='UTF-8'?>" + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }
}
