package cn.wenzheng.triage.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen said, as far as two of it can be compared.
 *
 * @param title null where the channel knows none
 * @param address where he says it is; null when he does not say
 * @param at when it came in
 */
record Said(@Nullable String title, String text, @Nullable String address, Instant at) {}
