package cn.wenzheng.supervision;

import cn.wenzheng.petition.Stage;
import java.time.Instant;

/** What supervision has done; told inside the transaction in which it happened. */
public sealed interface SupervisionEvent {

    /**
     * Half of a limit is used up.
     *
     * @param unit who has to act; the centre's code for the centre's own stages
     */
    record Urged(String petition, String unit, Stage stage, Instant at) implements SupervisionEvent {}

    /**
     * Something was done to a slip: it was issued, reported on, not accepted, superseded, lifted or ruled on.
     *
     * @param unit who has to answer it; the centre's code for the centre's own stages
     * @param rung the rung it stands on
     */
    record SlipActed(String slip, String petition, String unit, Stage stage, SlipAct act, Rung rung, Instant at)
            implements SupervisionEvent {}

    /**
     * A rung of the ladder was reached and its slip is out.
     *
     * @param unit whose limit it is; the centre's code for the centre's own stages
     * @param round which time the petition was at that stage
     * @param rule why
     * @param breachedAt the true instant of it, however late it was noticed
     * @param at when supervision noticed
     */
    record Escalated(
            String petition,
            String unit,
            Stage stage,
            int round,
            Rung rung,
            SlipRule rule,
            Instant breachedAt,
            Instant at)
            implements SupervisionEvent {}

    /** A rung that was reached is none: a calendar was set right. */
    record Undone(String petition, String unit, Stage stage, int round, Rung rung, Instant at)
            implements SupervisionEvent {}
}
