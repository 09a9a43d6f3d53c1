package cn.wenzheng.triage;

import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the house proposes for a petition that waits for its acceptance; a person decides, and what he decides is what the
 * house learns from.
 *
 * @param petition the number
 * @param model the version of the model that speaks
 * @param category the leaf of the category tree; null when nothing speaks for any
 * @param place the place in the petition's own words; null when it names none
 * @param unit the unit of the duty directory for topic and place; null without a topic
 * @param assisting the units that assist by the same duty
 * @param scope why it may have to be refused; null when nothing speaks for that
 */
public record Suggestion(
        String petition,
        long model,
        @Nullable Guess category,
        Guess kind,
        Guess urgency,
        @Nullable Guess place,
        @Nullable Guess unit,
        List<String> assisting,
        Gist gist,
        Set<Warning> warnings,
        @Nullable RefusalReason scope) {

    /**
     * How much haste is suggested; a possible danger to life is one.
     *
     * @param other the petition's own, which stands when nothing speaks for another
     */
    public Urgency urgencyOr(Urgency other) {
        return warnings.contains(Warning.DANGER) ? Urgency.LIFE : urgency.among(Urgency.values(), other);
    }
}
