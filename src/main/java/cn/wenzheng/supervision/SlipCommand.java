package cn.wenzheng.supervision;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.petition.PetitionCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide at a task of a slip; the limits of its texts are checked here, whichever door it came through.
 */
public sealed interface SlipCommand {

    /** The most characters of a report and of a ruling. */
    int TEXT = 5_000;

    /** The unit's head says what was done (反馈). */
    record Report(String report) implements SlipCommand {
        public Report(@Nullable String report) {
            this.report = Limits.required("report", report, TEXT);
        }
    }

    /** The supervisor lifts the slip (解除) or does not accept the report, which raises it; either way he says why. */
    record Decide(Boolean lift, String note) implements SlipCommand {
        public Decide(@Nullable Boolean lift, @Nullable String note) {
            this.lift = Limits.required("lift", lift);
            this.note = Limits.required("note", note, PetitionCommand.NOTE);
        }
    }

    /** The last word on a slip that stayed unsolved up to the highest rung (裁定). */
    record Rule(String ruling) implements SlipCommand {
        public Rule(@Nullable String ruling) {
            this.ruling = Limits.required("ruling", ruling, TEXT);
        }
    }
}
