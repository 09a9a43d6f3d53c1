package cn.wenzheng.access.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table on its way out, row by row in bounded memory; whoever opens it sees words and numbers, never a formula. */
public interface TableWriter extends Closeable {

    /**
     * Writes one row.
     *
     * @param cells numbers stay numbers, null is an empty cell, everything else is written as its words
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Ends the table; the stream behind it stays open. */
    @Override
    void close() throws IOException;
}
