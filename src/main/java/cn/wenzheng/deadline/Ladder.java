package cn.wenzheng.deadline;

import cn.wenzheng.organization.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the holder of a limit is urged and when supervision comes, rung by rung; yellow always comes at the limit's end.
 *
 * <p>Source: the domain reference, supervision ladder.
 *
 * @param validFrom from when on limits and slips follow it
 * @param urgePercent at which part of a limit its holder is urged (催办)
 * @param bluePercent at which part of a limit the blue slip goes out
 * @param redDays working days after the limit's end until the red slip; so long a yellow one may wait for its report
 * @param raisedDays working days after the limit's end until it is raised to the head of supervision
 * @param rulingDays working days for the ruling
 * @param by who has set it; {@code system} for the start values
 */
public record Ladder(
        Instant validFrom,
        int urgePercent,
        int bluePercent,
        int redDays,
        int raisedDays,
        int rulingDays,
        String by,
        Instant setAt) {

    /** How long a red slip may wait for its report. */
    public int daysOfRed() {
        return raisedDays - redDays;
    }

    /**
     * What somebody wants it to be.
     *
     * @param validFrom absent for at once
     */
    @Schema(name = "LadderChange")
    record Change(
            @Nullable Instant validFrom,
            @Nullable Integer urgePercent,
            @Nullable Integer bluePercent,
            @Nullable Integer redDays,
            @Nullable Integer raisedDays,
            @Nullable Integer rulingDays) {

        /** Whole numbers within their bounds, each rung later than the one below; the past is not rewritten. */
        Ladder checked(String by, Instant now) {
            Instant from = validFrom == null ? now : validFrom;
            if (from.isBefore(now)) {
                throw Refusal.invalid("validFrom", "ladder-in-the-past");
            }
            int urge = within("urgePercent", urgePercent, 1, 99);
            int blue = within("bluePercent", bluePercent, urge, 99);
            int red = within("redDays", redDays, 1, 30);
            int raised = within("raisedDays", raisedDays, red + 1, 60);
            return new Ladder(from, urge, blue, red, raised, within("rulingDays", rulingDays, 1, 30), by, now);
        }

        private static int within(String field, @Nullable Integer value, int least, int most) {
            if (value == null) {
                throw Refusal.invalid(field, "field-required", field);
            }
            if (value < least || value > most) {
                throw Refusal.invalid(field, "ladder-out-of-range", least, most);
            }
            return value;
        }
    }
}
