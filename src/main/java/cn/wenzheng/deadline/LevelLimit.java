package cn.wenzheng.deadline;

import cn.wenzheng.petition.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dated row of the service levels: how much time a stage has from an instant on.
 *
 * @param parts the amount, in parts of what it is counted in
 * @param ofUnit how many parts one has; more than 1 only for working days
 * @param nextDay true for the other reading of working days: the day of the start is not counted, and the limit ends with
 *     the last working minute of the last day
 * @param extensions how many extensions (延期) can be granted, handling in working days only
 * @param extensionDays how many working days each of them grants at most
 * @param reason in the administrator's words; null for a start value
 * @param setBy who set it; null for a start value
 */
record LevelLimit(
        ServiceLevel level,
        Stage stage,
        Instant validFrom,
        Measure measure,
        int parts,
        int ofUnit,
        boolean nextDay,
        int extensions,
        int extensionDays,
        @Nullable String reason,
        @Nullable String setBy,
        Instant setAt) {

    Budget budget() {
        return switch (measure) {
            case WORKING_DAYS ->
                nextDay ? new DaysAfter(new WorkingDays(parts, ofUnit)) : new WorkingDays(parts, ofUnit);
            case PROMISE_MINUTES -> Promise.ofMinutes(parts);
            case MINUTES -> new Elapsed(Duration.ofMinutes(parts));
            case HOURS -> new Elapsed(Duration.ofHours(parts));
            case DAYS -> new Elapsed(Duration.ofDays(parts));
        };
    }

    /** The amount as people write it: 5, 1/2. */
    String amount() {
        return ofUnit == 1 ? String.valueOf(parts) : parts + "/" + ofUnit;
    }

    /** The amount as a decimal number; the third of a day is cut. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(ofUnit), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
    }
}
