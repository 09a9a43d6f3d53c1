package cn.wenzheng.triage.evaluate;

import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Learning;
import cn.wenzheng.triage.text.Samples;
import cn.wenzheng.triage.text.TopicModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model and what it was taught from.
 *
 * @param examples how many examples
 * @param labels how many labels
 */
record Taught(TopicModel model, int examples, int labels) {

    /** Fewer are no history but a try. */
    private static final int FEWEST = 50;

    static Taught by(List<LabelledFile.Row> rows) {
        List<Labelled> examples = rows.stream().map(LabelledFile.Row::example).toList();
        long labels = examples.stream().map(Labelled::label).distinct().count();
        if (examples.size() < FEWEST || labels < 2) {
            throw new BadCall("Too little to learn from: %d rows of %d labels, at least %d of 2 are needed"
                    .formatted(examples.size(), labels, FEWEST));
        }
        return of(Learning.ofHistory(examples), examples);
    }

    /** What the house knows at its first start: its own samples, by the first level of the category tree. */
    static Taught fromTheStart() {
        List<Labelled> examples = Samples.apart().stream()
                .map(sample -> new Labelled(sample.words(), BuiltInTree.firstLevelOf(sample.category())))
                .toList();
        return of(Learning.ofSentences(examples), examples);
    }

    private static Taught of(TopicModel model, List<Labelled> examples) {
        return new Taught(model, examples.size(), model.labels().size());
    }

    List<Prediction> predict(List<LabelledFile.Row> rows) {
        return rows.stream()
                .map(row -> new Prediction(
                        row.number(),
                        row.example().label(),
                        model.rank(row.example().words())))
                .toList();
    }

    Map<String, Object> marks(List<Prediction> predictions) {
        Marks marks = Marks.of(predictions, model.sureFrom());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("accuracy", marks.accuracy());
        line.put("macroF1", marks.macroF1());
        line.put("top3", marks.top3());
        line.put("shareAt97", marks.shareAt97());
        line.put("precisionAt97", marks.precisionAt97());
        line.put("tested", predictions.size());
        line.put("examples", examples);
        line.put("labels", labels);
        line.put("unknownLabels", unknown(predictions));
        return line;
    }

    /** The labels of either file that no topic of the built-in tree is called by. */
    private List<String> unknown(List<Prediction> predictions) {
        return Stream.concat(model.labels().stream(), predictions.stream().map(Prediction::label))
                .distinct()
                .filter(label -> !BuiltInTree.knows(label))
                .sorted()
                .toList();
    }
}
