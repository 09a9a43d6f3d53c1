package cn.wenzheng.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen takes away from the counter.
 *
 * @param queryCode opens the petition's page together with its number; 60 random bits, told to the citizen alone
 * @param promisedBy until when the first answer is promised; null for backlog, which carries no promise
 * @param repeated true when this very petition had been received before
 */
public record Receipt(
        String number,
        String queryCode,
        PetitionStatus status,
        Instant receivedAt,
        @Nullable Instant promisedBy,
        boolean repeated) {}
