package cn.wenzheng.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit's request for more time (延期) and what became of it.
 *
 * @param days the working days it asks for
 * @param granted null while it waits for the centre
 */
record ExtensionRequest(
        long id,
        String petition,
        String unit,
        int round,
        int days,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Boolean granted) {}
