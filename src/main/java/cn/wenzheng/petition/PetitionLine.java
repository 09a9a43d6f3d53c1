package cn.wenzheng.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of petitions, masked already for the reader.
 *
 * @param gist the title, or the beginning of the text
 * @param account the city's account on the channel; null for readers who may not know where a petition came from
 * @param followUpOf the earlier petition that it belongs to or may belong to; null when there is none
 * @param due the earliest running limit; null when nothing runs
 */
public record PetitionLine(
        String number,
        PetitionStatus status,
        String gist,
        @Nullable String address,
        @Nullable PetitionKind kind,
        @Nullable String category,
        Urgency urgency,
        @Nullable String unit,
        Channel channel,
        @Nullable String account,
        @Nullable String externalId,
        Instant receivedAt,
        @Nullable Instant promisedBy,
        @Nullable Instant firstAnsweredAt,
        @Nullable Instant due,
        boolean overdue,
        @Nullable String followUpOf) {}
