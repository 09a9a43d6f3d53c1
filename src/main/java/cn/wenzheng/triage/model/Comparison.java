package cn.wenzheng.triage.model;

import org.jspecify.annotations.Nullable;

/**
 * How a new version and the one that speaks do on the same decisions, which neither has seen.
 *
 * @param rows how many decisions; few say nothing
 * @param accuracy share of right topics, by the level of the tree that both know
 * @param macroF1 mean over the topics of the harmonic mean of precision and recall
 * @param before the accuracy of the version that speaks
 */
record Comparison(
        int rows,
        @Nullable Double accuracy,
        @Nullable Double macroF1,
        @Nullable Double before) {

    /** Nothing to compare by, or nothing to compare with. */
    static Comparison none(int rows) {
        return new Comparison(rows, null, null, null);
    }
}
