package cn.wenzheng.petition;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import org.jspecify.annotations.Nullable;

/** What a person may decide about a petition's time, outside its tasks; every door builds one of these. */
public sealed interface ClockCommand {

    /**
     * The centre lets the units' clocks stand still (挂起).
     *
     * @param until a day, which the clocks run on with, or an instant
     */
    record Pause(PauseReason reason, String until, @Nullable String note) implements ClockCommand {
        public Pause(@Nullable PauseReason reason, @Nullable String until, @Nullable String note) {
            this.reason = Limits.required("reason", reason);
            this.until = Limits.required("until", until, 40);
            this.note = Limits.optional("note", note, PetitionCommand.NOTE);
            if (reason == PauseReason.OTHER && this.note == null) {
                throw Refusal.invalid("note", "field-required", "note");
            }
        }
    }

    /** The centre lets the units' clocks run on before their time. */
    record Resume(@Nullable String note) implements ClockCommand {
        public Resume(@Nullable String note) {
            this.note = Limits.optional("note", note, PetitionCommand.NOTE);
        }
    }

    /**
     * The centre sees that the petition is something else; what is absent stays.
     *
     * @param complex true when it is difficult (疑难) and the centre grants the time for that
     */
    record Classify(
            String category,
            @Nullable PetitionKind kind,
            @Nullable Urgency urgency,
            @Nullable Boolean complex,
            @Nullable String note)
            implements ClockCommand {
        public Classify(
                @Nullable String category,
                @Nullable PetitionKind kind,
                @Nullable Urgency urgency,
                @Nullable Boolean complex,
                @Nullable String note) {
            this.category = Limits.required("category", category, 20);
            this.kind = kind;
            this.urgency = urgency;
            this.complex = complex;
            this.note = Limits.optional("note", note, PetitionCommand.NOTE);
        }
    }

    /** A unit asks for more working days for its part (延期). */
    record AskExtension(Integer days, String reason) implements ClockCommand {
        public AskExtension(@Nullable Integer days, @Nullable String reason) {
            this.days = Limits.required("days", days);
            this.reason = Limits.required("reason", reason, PetitionCommand.NOTE);
            if (this.days < 1) {
                throw Refusal.invalid("days", "extension-days", 1);
            }
        }
    }

    /** The centre decides a unit's request for more time. */
    record DecideExtension(
            String unit, Boolean grant, @Nullable String note) implements ClockCommand {
        public DecideExtension(@Nullable String unit, @Nullable Boolean grant, @Nullable String note) {
            this.unit = Limits.required("unit", unit, 20);
            this.grant = Limits.required("grant", grant);
            this.note = Limits.optional("note", note, PetitionCommand.NOTE);
            if (!this.grant && this.note == null) {
                throw Refusal.invalid("note", "field-required", "note");
            }
        }
    }
}
