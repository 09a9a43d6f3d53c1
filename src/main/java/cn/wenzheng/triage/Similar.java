package cn.wenzheng.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earlier petition that may be about the same matter; a suggestion to attach, never a decision.
 *
 * @param number the earlier petition
 * @param certainty from 0 to 1 that both are about the same matter
 * @param reasons the words both share: place, thing, time
 * @param open false when the earlier one is over
 * @param matter the number of the matter it belongs to; null when it belongs to none
 */
public record Similar(
        String number,
        double certainty,
        List<String> reasons,
        boolean open,
        @Nullable String matter) {}
