package cn.wenzheng.access.table;

import cn.wenzheng.organization.ClosedList;
import java.io.IOException;
import java.io.OutputStream;

/** How a list leaves the house as a file. */
public enum ExportFormat implements ClosedList {
    XLSX("Excel 工作簿", "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public TableWriter open(OutputStream out) {
            return new XlsxWriter(out);
        }
    },
    CSV("CSV 文件", "CSV file", "text/csv; charset=UTF-8") {
        @Override
        public TableWriter open(OutputStream out) throws IOException {
            return new CsvWriter(out);
        }
    };

    private final Words words;
    private final String mediaType;

    ExportFormat(String zh, String en, String mediaType) {
        this.words = new Words(zh, en);
        this.mediaType = mediaType;
    }

    /** Begins a table on the stream. */
    public abstract TableWriter open(OutputStream out) throws IOException;

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    @Override
    public Words words() {
        return words;
    }
}
