package cn.wenzheng.triage.text;

import java.util.List;
import java.util.function.Function;

/** What the house knows before anybody has decided anything: trained from its own samples, once in a node. */
public final class BuiltIn {

    /** The first signs of a leaf's code name the field it stands in. */
    private static final int FIELD = 3;

    /** Trained when it is first asked for. */
    private static final class Once {

        private static final BuiltIn BUILT_IN = new BuiltIn();
    }

    private static volatile boolean ready;

    private final TopicModel topics = model();
    private final TopicModel kinds = learnt(Samples.Sample::kind);
    private final TopicModel haste = learnt(Samples.Sample::urgency);
    private final Dangers dangers = new Dangers();

    private BuiltIn() {}

    /** Takes seconds the first time: nobody who is waited for should be the first to ask. */
    public static BuiltIn get() {
        BuiltIn builtIn = Once.BUILT_IN;
        Headlines.get();
        ready = true;
        return builtIn;
    }

    /** True once {@link #get()} answers at once. */
    public static boolean isReady() {
        return ready;
    }

    /** A model of the leaves. */
    public static TopicModel model() {
        List<Labelled> examples = Samples.all().stream()
                .map(sample -> new Labelled(sample.words(), sample.category()))
                .toList();
        return TopicModel.train(examples, BuiltIn::fieldOf);
    }

    private static TopicModel learnt(Function<Samples.Sample, String> label) {
        return TopicModel.train(Samples.all().stream()
                .map(sample -> new Labelled(sample.words(), label.apply(sample)))
                .toList());
    }

    /** The field (first level) a leaf stands in, as its code says. */
    public static String fieldOf(String leaf) {
        return leaf.length() < FIELD ? leaf : leaf.substring(0, FIELD);
    }

    /** Tells leaves of the category tree. */
    public TopicModel topics() {
        return topics;
    }

    /** Tells codes of what a petitioner wants. */
    public TopicModel kinds() {
        return kinds;
    }

    /** Tells codes of haste; danger to life is heard by {@link #dangers()}, which knows more about it. */
    public TopicModel haste() {
        return haste;
    }

    public Dangers dangers() {
        return dangers;
    }
}
