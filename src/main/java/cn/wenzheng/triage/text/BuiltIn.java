package cn.wenzheng.triage.text;

import java.util.List;

/** What the house knows before anybody has decided anything: a model of the leaves, trained from its own samples. */
public final class BuiltIn {

    /** The first signs of a leaf's code name the field it stands in. */
    private static final int FIELD = 3;

    private BuiltIn() {}

    public static TopicModel model() {
        List<Labelled> examples = Samples.all().stream()
                .map(sample -> new Labelled(sample.words(), sample.category()))
                .toList();
        return TopicModel.train(examples, null, BuiltIn::fieldOf);
    }

    /** The field (first level) a leaf stands in, as its code says. */
    public static String fieldOf(String leaf) {
        return leaf.length() < FIELD ? leaf : leaf.substring(0, FIELD);
    }
}
