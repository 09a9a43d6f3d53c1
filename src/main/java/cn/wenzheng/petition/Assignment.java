package cn.wenzheng.petition;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's part in a petition, for one round; an answer that is sent back stays, and a new part begins. */
@Table("assignment")
class Assignment {

    @Id
    @Nullable
    Long id;

    final String petition;
    final String unit;
    final Duty duty;
    AssignmentState state = AssignmentState.IN_HAND;
    final int round;
    final Instant assignedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String answer;

    @Nullable
    String publicAnswer;

    @Nullable
    Boolean solved;

    @Nullable
    Instant contactedAt;

    @Nullable
    String dissent;

    @Nullable
    ReturnGround ground;

    @Nullable
    String note;

    Assignment(String petition, String unit, Duty duty, int round, Instant assignedAt) {
        this.petition = petition;
        this.unit = unit;
        this.duty = duty;
        this.round = round;
        this.assignedAt = assignedAt;
    }

    void submit(PetitionCommand.Answer command, Instant at) {
        answer = command.answer();
        publicAnswer = command.publicAnswer();
        solved = command.solved();
        contactedAt = command.contactedAt();
        dissent = command.dissent();
        end(AssignmentState.SUBMITTED, at);
    }

    void giveBack(PetitionCommand.NotOurs command, Instant at) {
        ground = command.ground();
        note = command.note();
        end(AssignmentState.RETURNED, at);
    }

    void end(AssignmentState how, Instant at) {
        state = how;
        endedAt = at;
    }

    /** What the unit has to do with it, each by its own limit: handle it and sign for it. */
    List<Deadlines.Start> limits(Petition petition) {
        return List.of(
                petition.limit(Stage.HANDLING, unit, assignedAt), petition.limit(Stage.SIGN_IN, unit, assignedAt));
    }

    /** This unit's among the open ones; a unit without one sees nothing of the petition. */
    static Assignment of(String unit, List<Assignment> open) {
        return open.stream().filter(part -> part.unit.equals(unit)).findFirst().orElseThrow(Refusal::notFound);
    }

    boolean isLead() {
        return duty == Duty.LEAD;
    }

    boolean isOpen() {
        return state == AssignmentState.IN_HAND;
    }
}
