package cn.wenzheng.channel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a secret: that it is there, who set it and when; itself it is never shown again.
 *
 * @param validUntil the end of one that is being replaced; null for the one that signs
 * @param opens false when it was sealed by a key that is not here
 * @param shown the platform's own public key, which is no secret; null for everything else
 */
record KeptSecret(
        String name,
        Instant madeAt,
        String madeBy,
        @Nullable Instant validUntil,
        boolean opens,
        @Nullable String shown) {}
