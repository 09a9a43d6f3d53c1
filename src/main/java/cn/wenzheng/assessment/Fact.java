package cn.wenzheng.assessment;

import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.SlipRule;
import java.time.Instant;

/**
 * One thing that counts when a unit is assessed.
 *
 * @param unit who missed the limit; the centre's code for the centre's own stages
 * @param round which time the petition was at that stage
 * @param late minutes from the limit's end until the stage was done, or until now while it goes on
 * @param at when the limit ran out, however late that was noticed
 */
public record Fact(
        String petition, String unit, String unitName, Stage stage, int round, SlipRule rule, long late, Instant at) {}
