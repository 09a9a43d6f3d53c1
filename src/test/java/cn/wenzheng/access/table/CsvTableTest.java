package cn.wenzheng.access.table;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.access.table.Table.Row;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void readsCellsAndTheLineTheyStandOn() {
        assertThat(rowsOf("a,b\n1,2\n")).containsExactly(row(1, "a", "b"), row(2, "1", "2"));
    }

    @Test
    void readsAnyLineEndAndALastLineWithoutOne() {
        assertThat(rowsOf("a\r\nb\rc\nd")).containsExactly(row(1, "a"), row(2, "b"), row(3, "c"), row(4, "d"));
    }

    @Test
    void dropsAByteOrderMarkAtTheBeginningOnly() {
        assertThat(rowsOf("\uFEFFa\n\uFEFFb")).containsExactly(row(1, "a"), row(2, "\uFEFFb"));
    }

    @Test
    void keepsCommasQuotesAndLineEndsInsideQuotes() {
        assertThat(rowsOf("1,\"他说\"\"停水\"\"，\r\n还没来,水\"\n2,好"))
                .containsExactly(row(1, "1", "他说\"停水\"，\n还没来,水"), row(3, "2", "好"));
    }

    @Test
    void skipsBlankLinesAndRowsOfEmptyCells() {
        assertThat(rowsOf("a\n\n , ,\n\"\"\nb\n")).containsExactly(row(1, "a"), row(5, "b"));
    }

    @Test
    void losesOneLineToAQuoteThatNeverEnds() {
        assertThat(rowsOf("1,a\n2,\"没有结束\n3,c\n4,d"))
                .containsExactly(row(1, "1", "a"), broken(2), row(3, "3", "c"), row(4, "4", "d"));
    }

    @Test
    void losesOneLineToAQuoteThatTheNextQuotedCellWouldEnd() {
        assertThat(rowsOf("1,\"没有结束\n2,\"好的\"\n3,\"也好\""))
                .containsExactly(broken(1), row(2, "2", "好的"), row(3, "3", "也好"));
    }

    @Test
    void losesOneLineToWordsAfterAClosingQuote() {
        assertThat(rowsOf("1,\"标题\"坏了,x\n2,好")).containsExactly(broken(1), row(2, "2", "好"));
    }

    @Test
    void losesOneLineToAQuoteInsideAnUnquotedCell() {
        assertThat(rowsOf("1,5\"管\n2,好")).containsExactly(broken(1), row(2, "2", "好"));
    }

    @Test
    void readsACellOfTwoHundredThousandCharactersAndGoesOn() {
        String cell = "水".repeat(200_000);
        assertThat(rowsOf("1," + cell + "\n2,好")).containsExactly(row(1, "1", cell), row(2, "2", "好"));
    }

    @Test
    void readsALongQuotedCellOfManyLinesAsOne() {
        String cell = "一行字\n".repeat(40_000);
        assertThat(rowsOf("1,\"" + cell + "\"\n2,好")).containsExactly(row(1, "1", cell), row(40_002, "2", "好"));
    }

    @Test
    void rejectsALineWithoutEndAndGoesOn() {
        assertThat(rowsOf("1," + "x".repeat(Lines.LONGEST + 1) + "\n2,好")).containsExactly(broken(1), row(2, "2", "好"));
    }

    @Test
    void staysQuickWhenEveryLineHasABrokenQuote() {
        assertThat(rowsOf("1,\"坏\n".repeat(100_000))).hasSize(100_000).allMatch(row -> row.equals(broken(row.line())));
    }

    /** Whatever cells a table has, written as the standard says and read again they are the same. */
    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("tables") List<List<String>> table) throws IOException {
        StringBuilder written = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(written, CSVFormat.RFC4180)) {
            printer.printRecords(table);
        }
        assertThat(rowsOf(written.toString())).extracting(Row::cells).isEqualTo(table);
    }

    /** Whatever a file holds, every line that is not blank is in some row, and reading ends. */
    @Property(tries = 300)
    void endsWhateverTheTextHolds(@ForAll("scraps") List<String> scraps) {
        String text = String.join("", scraps);
        assertThat(rowsOf(text)).extracting(Row::line).isSorted().doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.of("水", "\"", ",", "\n", " ", "x", "😀", "#", "")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        Arbitrary<String> id = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3);
        return Combinators.combine(id, cell.list().ofSize(2))
                .as((first, others) -> {
                    List<String> cells = new ArrayList<>(List.of(first));
                    cells.addAll(others);
                    return cells;
                })
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of("\"", "\"\"", ",", "\n", "\r", "x", "水").list().ofMaxSize(40);
    }

    private static Row row(int line, String... cells) {
        return new Row(line, List.of(cells), null);
    }

    private static Row broken(int line) {
        return new Row(line, List.of("broken"), null);
    }

    /** Broken rows appear as rows with the one cell "broken": two refusals are never equal. */
    private static List<Row> rowsOf(String text) {
        List<Row> rows = new ArrayList<>();
        try (Table table = new CsvTable(new StringReader(text))) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.broken() == null ? row : broken(row.line()));
            }
            return rows;
        }
    }
}
