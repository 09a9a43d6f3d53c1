package cn.wenzheng.triage.duty;

import org.jspecify.annotations.Nullable;

/**
 * An open petition whose way a change of the directory would change; nothing about the case itself.
 *
 * @param number the petition
 * @param before the unit the directory names now; null for nobody
 * @param after the unit it would name; null for nobody
 * @param inHand the unit that has the petition already and keeps it; null while it is with nobody
 */
record Reroute(
        String number,
        @Nullable String before,
        @Nullable String after,
        @Nullable String inHand) {}
