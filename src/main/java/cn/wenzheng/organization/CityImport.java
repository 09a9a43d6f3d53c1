package cn.wenzheng.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table of the city that somebody has uploaded.
 *
 * @param state whether it waits for somebody to confirm it
 */
public record CityImport(
        UUID id,
        CityKind kind,
        String file,
        String uploader,
        Instant uploadedAt,
        State state,
        @Nullable Instant appliedAt) {

    /** Where an import stands. */
    public enum State implements ClosedList {
        PREVIEW("待确认", "Waiting for confirmation"),
        APPLIED("已导入", "Imported");

        private final Words words;

        State(String zh, String en) {
            this.words = new Words(zh, en);
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** An import with what it would change now; once it is in, with nothing. */
    public record Preview(CityImport about, ImportPlan plan) {}

    /**
     * An account that an import has made.
     *
     * @param password told this once and kept nowhere
     */
    public record Account(String account, String password) {}
}
