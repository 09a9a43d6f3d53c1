package cn.wenzheng.assessment;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.SlipRule;
import java.time.Instant;

/**
 * One thing that counts when a unit is assessed: a rung of the supervision ladder that its limit has reached.
 *
 * @param unit whose limit it is; the centre's code for the centre's own stages
 * @param round which time the petition was at that stage
 * @param rule why; {@code corrected} for the entry that takes an earlier one back
 * @param late minutes from the breach, or from the limit's end when that is later, until the stage was done, or until now while it goes on; 0 when nobody was late
 * @param at the true instant of the breach, however late that was noticed
 * @param corrected true when a later entry has taken it back: it counts for nothing any more
 */
public record Fact(
        String petition,
        String unit,
        String unitName,
        Stage stage,
        int round,
        Rung rung,
        SlipRule rule,
        long late,
        Instant at,
        boolean corrected) {}
