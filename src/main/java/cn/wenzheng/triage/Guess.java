package cn.wenzheng.triage;

import cn.wenzheng.organization.ClosedList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing the house thinks about a petition, with how sure it is and why.
 *
 * @param value a code the commands take: a leaf of the category tree, a kind, an urgency, a unit; a place is its own words
 * @param label what the classifier has been taught to say; the same as {@code value} unless it was taught other labels
 * @param certainty from 0 to 1, calibrated: of a hundred guesses with 0.9 about ninety are right
 * @param reasons words of the petition, or the clause of a duty, that speak for it; the strongest first
 */
public record Guess(String value, String label, double certainty, List<String> reasons) {

    /** The entry of a closed list that is meant; the other one when it is none of them. */
    public <E extends ClosedList> E among(E[] list, E other) {
        return Stream.of(list)
                .filter(entry -> entry.code().equals(value))
                .findFirst()
                .orElse(other);
    }
}
