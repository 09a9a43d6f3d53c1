package cn.wenzheng.triage.text;

import java.util.List;

/** What a model may learn from, beside the decisions of the house itself. */
public final class Learning {

    private Learning() {}

    /**
     * Learns to tell all labels from each other from decisions that were taken elsewhere, and hears what the house thinks
     * of a text by its own samples, too.
     *
     * @throws IllegalArgumentException when the examples have fewer than two labels
     */
    public static TopicModel ofHistory(List<Labelled> examples) {
        Labels labels = Training.labelsOf(examples, label -> label);
        return new Training(examples, labels, Training.HEARD_TWICE, Forethought.get()).model();
    }

    /** Learns to tell all labels from each other from short texts of which no two are alike. */
    public static TopicModel ofSentences(List<Labelled> sentences) {
        return Training.ofSentences(sentences).model();
    }
}
