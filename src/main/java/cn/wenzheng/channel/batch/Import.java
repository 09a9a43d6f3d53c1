package cn.wenzheng.channel.batch;

import cn.wenzheng.organization.ClosedList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One uploaded file and how far it has come; every data row ends as created, duplicate or rejected.
 *
 * @param total the data rows of the file; null until they are counted
 * @param read the rows done so far: {@code created + duplicates + rejectedCount}
 * @param rejected the first {@link #SHOWN} rejected rows, in the file's order
 * @param failure why the file as a whole could not be taken in, in the reader's language; null unless it failed
 */
public record Import(
        String id,
        String file,
        Mode mode,
        State state,
        Instant uploadedAt,
        @Nullable Instant endedAt,
        @Nullable Integer total,
        int read,
        int created,
        int duplicates,
        int rejectedCount,
        List<Rejected> rejected,
        @Nullable String failure) {

    /** The most rejected rows that an answer lists. */
    public static final int SHOWN = 10_000;

    /**
     * A row that did not go in.
     *
     * @param line the line of the file where the row begins, from 1
     * @param reason a sentence in the reader's language
     */
    public record Rejected(int line, String reason) {}

    /** Whether the petitions are new or cases of an older system. */
    public enum Mode implements ClosedList {
        LIVE("新诉求", "New petitions"),
        BACKLOG("历史积压", "Backlog");

        private final Words words;

        Mode(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** Where an import stands. */
    public enum State implements ClosedList {
        RUNNING("导入中", "Running"),
        DONE("已完成", "Done"),
        FAILED("未能导入", "Failed");

        private final Words words;

        State(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }
}
