package cn.wenzheng.triage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a suggestion is thought with; one that was thought with something else is out of date.
 *
 * @param model the version that speaks
 * @param duties the marks of the duties by their topics
 */
record Basis(long model, Map<String, String> duties) {

    /** The mark of the duties behind a suggestion; null where its topic has none. */
    @Nullable
    String dutiesOf(Suggestion suggestion) {
        Guess leaf = suggestion.category();
        return leaf == null ? null : duties.get(leaf.value());
    }
}
