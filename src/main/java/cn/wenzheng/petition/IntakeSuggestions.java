package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the house suggests to whoever takes a petition on or gives it out; thought of by room {@code triage}. */
public interface IntakeSuggestions {

    /**
     * A suggestion with its reasons; a person decides.
     *
     * @param category the leaf of the category tree; null when little speaks for any
     * @param certainty of the category, from 0 to 1
     * @param words of the petition that speak for the category, the strongest first
     * @param unit by the duty directory; null when nobody is responsible there
     * @param assisting the units that assist by the same duty
     * @param clause the clause of the duty that names the unit
     * @param warnings what speaks against doing as suggested
     */
    record Suggested(
            @Nullable String category,
            double certainty,
            List<String> words,
            PetitionKind kind,
            Urgency urgency,
            @Nullable String unit,
            List<String> assisting,
            @Nullable String clause,
            List<ClosedList> warnings) {

        /** In hundredths, as a page says it. */
        public int percent() {
            return (int) Math.round(certainty * 100);
        }
    }

    /**
     * Empty while nobody has thought about it.
     *
     * @param urgency the petition's own, which stands when nothing speaks for another
     */
    Optional<Suggested> of(String petition, Urgency urgency);
}
