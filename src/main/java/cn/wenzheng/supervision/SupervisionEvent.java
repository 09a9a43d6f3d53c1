package cn.wenzheng.supervision;

import cn.wenzheng.petition.Stage;
import java.time.Instant;

/** What supervision has done; told inside the transaction in which it happened. */
public sealed interface SupervisionEvent {

    /**
     * Four fifths of a limit are used up.
     *
     * @param unit who has to act; the centre's code for the centre's own stages
     */
    record Reminded(String petition, String unit, Stage stage, Instant at) implements SupervisionEvent {}

    /**
     * Something was done to a slip: it was issued, reported on, not accepted, raised, lifted or ruled on.
     *
     * @param unit who has to answer it; the centre's code for the centre's own stages
     * @param rung the rung it stands on now
     */
    record SlipActed(String slip, String petition, String unit, Stage stage, SlipAct act, Rung rung, Instant at)
            implements SupervisionEvent {}

    /**
     * A limit was missed and a slip is out.
     *
     * @param unit who missed it; the centre's code for the centre's own stages
     * @param round which time the petition was at that stage
     * @param dueAt when the missed limit ran out
     * @param at when supervision noticed
     */
    record Escalated(String petition, String unit, Stage stage, int round, SlipRule rule, Instant dueAt, Instant at)
            implements SupervisionEvent {}
}
