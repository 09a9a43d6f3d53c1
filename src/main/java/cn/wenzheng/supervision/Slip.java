package cn.wenzheng.supervision;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supervision slip (督办单) as a page or the API shows it.
 *
 * @param id its number, for example {@code DB-20260314-000007}
 * @param petition the petition's number
 * @param unit the unit that has to answer it; the centre's code for the centre's own stages
 * @param stage whose limit was missed
 * @param round which time the petition was at that stage
 * @param limitDueAt when the missed limit ran out
 * @param openedAt when the slip was issued
 * @param dueAt until when the present rung has to be answered
 * @param endedAt when it was lifted or ruled on; null before
 * @param record what has been done to it, oldest first
 */
public record Slip(
        String id,
        String petition,
        String unit,
        String unitName,
        Stage stage,
        int round,
        SlipRule rule,
        Rung rung,
        SlipState state,
        Instant limitDueAt,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        List<Entry> record) {

    /**
     * One act.
     *
     * @param by the account of the person, or {@code system}
     * @param rung the rung it was done on
     * @param text the report, the reason or the ruling; null for acts without words
     */
    @Schema(name = "SlipEntry")
    public record Entry(
            Instant at,
            SlipAct act,
            String by,
            Rung rung,
            @Nullable String text) {}

    /** The same slip on a limit that was moved. */
    Slip movedTo(Instant limitDue, Instant due) {
        return new Slip(
                id, petition, unit, unitName, stage, round, rule, rung, state, limitDue, openedAt, due, endedAt,
                record);
    }

    /** True when it is about that limit. */
    boolean isAbout(Limit limit) {
        return limit.petition().equals(petition)
                && limit.unit().equals(unit)
                && limit.stage() == stage
                && limit.round() == round;
    }

    Slip with(List<Entry> acts) {
        return new Slip(
                id,
                petition,
                unit,
                unitName,
                stage,
                round,
                rule,
                rung,
                state,
                limitDueAt,
                openedAt,
                dueAt,
                endedAt,
                acts);
    }
}
