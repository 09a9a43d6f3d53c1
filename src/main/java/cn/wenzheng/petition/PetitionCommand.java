package cn.wenzheng.petition;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide at a task of a petition.
 *
 * <p>Every door builds one of these, so a limit is checked in one place. Texts are counted in Unicode code points; a
 * text over its limit, a missing one or an unknown code is a {@link Refusal} of kind {@code INVALID}.
 */
public sealed interface PetitionCommand {

    /** The most characters of a citizen's or a unit's text. */
    int TEXT = 20_000;

    /** The most characters of a note, a reason or a first answer. */
    int NOTE = 2_000;

    /** The most assisting units beside the lead. */
    int ASSISTING = 20;

    /**
     * The centre takes the petition on (受理).
     *
     * @param category the code of a leaf of the category tree
     * @param firstAnswer own words to the citizen; null sends the city's template
     */
    record Accept(
            PetitionKind kind,
            String category,
            Urgency urgency,
            @Nullable String firstAnswer) implements PetitionCommand {
        public Accept(
                @Nullable PetitionKind kind,
                @Nullable String category,
                @Nullable Urgency urgency,
                @Nullable String firstAnswer) {
            this.kind = Limits.required("kind", kind);
            this.category = Limits.required("category", category, 20);
            this.urgency = urgency == null ? Urgency.NORMAL : urgency;
            this.firstAnswer = Limits.optional("firstAnswer", firstAnswer, NOTE);
        }
    }

    /** The centre does not take the petition on; the note tells the citizen where to turn. */
    record Refuse(RefusalReason reason, String note) implements PetitionCommand {
        public Refuse(@Nullable RefusalReason reason, @Nullable String note) {
            this.reason = Limits.required("reason", reason);
            this.note = Limits.required("note", note, NOTE);
        }
    }

    /**
     * The centre knows the answer and gives it at once, without any unit (直接答复).
     *
     * @param category the code of a leaf of the category tree
     */
    record AnswerAtOnce(PetitionKind kind, String category, String publicAnswer) implements PetitionCommand {
        public AnswerAtOnce(@Nullable PetitionKind kind, @Nullable String category, @Nullable String publicAnswer) {
            this.kind = Limits.required("kind", kind);
            this.category = Limits.required("category", category, 20);
            this.publicAnswer = Limits.required("publicAnswer", publicAnswer, TEXT);
        }
    }

    /** The centre asks the citizen for what is missing (待补充); the time until he answers is his own. */
    record AskBack(String question) implements PetitionCommand {
        public AskBack(@Nullable String question) {
            this.question = Limits.required("question", question, NOTE);
        }
    }

    /**
     * The petition is about a matter that is in hand already (并入事项).
     *
     * @param petition a petition of that matter, or one that is in hand and so becomes its first member
     */
    record Attach(PetitionKind kind, String category, String petition) implements PetitionCommand {
        public Attach(@Nullable PetitionKind kind, @Nullable String category, @Nullable String petition) {
            this.kind = Limits.required("kind", kind);
            this.category = Limits.required("category", category, 20);
            this.petition = Limits.required("petition", petition, 40);
        }
    }

    /**
     * The centre names the lead unit and the assisting units (派单).
     *
     * @param mentionUnit true when the unit is to be named below the citizen's public post (公开转办); null means no
     */
    record Assign(
            String lead,
            List<String> assisting,
            @Nullable String note,
            @Nullable Boolean mentionUnit) implements PetitionCommand {
        public Assign(
                @Nullable String lead,
                @Nullable List<String> assisting,
                @Nullable String note,
                @Nullable Boolean mentionUnit) {
            this.lead = Limits.required("lead", lead, 20);
            this.assisting = beside(this.lead, assisting);
            this.note = Limits.optional("note", note, NOTE);
            this.mentionUnit = mentionUnit;
        }
    }

    /** The supervision office names the lead of a petition that went from unit to unit (裁定); no unit returns it then. */
    record Arbitrate(String lead, List<String> assisting, String ruling) implements PetitionCommand {
        public Arbitrate(@Nullable String lead, @Nullable List<String> assisting, @Nullable String ruling) {
            this.lead = Limits.required("lead", lead, 20);
            this.assisting = beside(this.lead, assisting);
            this.ruling = Limits.required("ruling", ruling, NOTE);
        }
    }

    /** The assisting units beside a lead; each unit once. */
    private static List<String> beside(String lead, @Nullable List<String> assisting) {
        List<String> units = assisting == null ? List.of() : List.copyOf(assisting);
        if (units.size() > ASSISTING) {
            throw Refusal.invalid("assisting", "too-many-assisting", ASSISTING);
        }
        if (units.contains(lead) || units.stream().distinct().count() < units.size()) {
            throw Refusal.invalid("assisting", "unit-twice");
        }
        return units;
    }

    /** The centre takes the petition from its lead unit and gives it to another (改派). */
    record Reassign(String lead, String reason) implements PetitionCommand {
        public Reassign(@Nullable String lead, @Nullable String reason) {
            this.lead = Limits.required("lead", lead, 20);
            this.reason = Limits.required("reason", reason, NOTE);
        }
    }

    /**
     * A unit answers for its part (答复).
     *
     * @param answer internal, for the centre and the units
     * @param publicAnswer what the citizen will read; from the lead unit only
     * @param contactedAt when the unit spoke with the citizen; null when it did not
     * @param dissent what is missing because an assisting unit has not answered; from the lead unit only
     */
    record Answer(
            String answer,
            @Nullable String publicAnswer,
            Boolean solved,
            @Nullable Instant contactedAt,
            @Nullable String dissent)
            implements PetitionCommand {
        public Answer(
                @Nullable String answer,
                @Nullable String publicAnswer,
                @Nullable Boolean solved,
                @Nullable Instant contactedAt,
                @Nullable String dissent) {
            this.answer = Limits.required("answer", answer, TEXT);
            this.publicAnswer = Limits.optional("publicAnswer", publicAnswer, TEXT);
            this.solved = Limits.required("solved", solved);
            this.contactedAt = contactedAt;
            this.dissent = Limits.optional("dissent", dissent, NOTE);
        }
    }

    /** A unit says the petition is not its own (退单). */
    record NotOurs(ReturnGround ground, String note) implements PetitionCommand {
        public NotOurs(@Nullable ReturnGround ground, @Nullable String note) {
            this.ground = Limits.required("ground", ground);
            this.note = Limits.required("note", note, NOTE);
        }
    }

    /** The centre passes the answer or sends it back (审核); sending back needs a note. */
    record Review(Boolean pass, @Nullable String note) implements PetitionCommand {
        public Review(@Nullable Boolean pass, @Nullable String note) {
            this.pass = Limits.required("pass", pass);
            this.note = Limits.optional("note", note, NOTE);
            if (!this.pass && this.note == null) {
                throw Refusal.invalid("note", "field-required", "note");
            }
        }
    }

    /** The centre has called the citizen back, or tried to (回访), and closes the case. */
    record Close(
            Boolean reached,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable Satisfaction satisfaction,
            @Nullable String reason)
            implements PetitionCommand {
        public Close(
                @Nullable Boolean reached,
                @Nullable Boolean contacted,
                @Nullable Boolean solved,
                @Nullable Satisfaction satisfaction,
                @Nullable String reason) {
            this.reached = Limits.required("reached", reached);
            this.contacted = contacted;
            this.solved = solved;
            this.satisfaction = satisfaction;
            this.reason = Limits.optional("reason", reason, NOTE);
            if (this.reached) {
                Limits.required("contacted", contacted);
                Limits.required("solved", solved);
                Limits.required("satisfaction", satisfaction);
            } else if (contacted != null || solved != null || satisfaction != null) {
                throw Refusal.invalid("reached", "answers-without-call");
            }
        }
    }
}
