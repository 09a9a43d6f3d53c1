package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What the house thinks of a text by its own samples, before it has seen a decision: how much the text speaks for each
 * field of its tree. A model of a city's decisions hears that beside the text itself, whatever its labels are called, and
 * so knows something of words that none of its examples has. It is stored with the model, for the samples may change.
 *
 * @param judge speaks for the fields
 */
record Forethought(Vocabulary vocabulary, Judge judge) {

    /** How much a thought counts beside the runs of a title or text, which together are one long. */
    private static final float WORTH = 0.3f;

    /** Learnt when it is first asked for, once in a node. */
    private static final class Once {

        private static final Forethought OF_THE_SAMPLES = learn();
    }

    static Forethought get() {
        return Once.OF_THE_SAMPLES;
    }

    private static Forethought learn() {
        List<Labelled> sentences = Samples.apart().stream()
                .map(sample -> new Labelled(sample.words(), BuiltIn.fieldOf(sample.category())))
                .toList();
        return Training.ofSentences(sentences).forethought();
    }

    int fields() {
        return judge.labels();
    }

    /** The thoughts of a text as features behind the others. */
    Row row(Words words, int first) {
        double[] scores = judge.scores(vocabulary.row(Words.of(words.all())));
        int[] indices = new int[scores.length];
        float[] values = new float[scores.length];
        for (int field = 0; field < scores.length; field++) {
            indices[field] = first + field;
            values[field] = (float) (WORTH * scores[field]);
        }
        return new Row(indices, values);
    }

    void write(DataOutputStream out) throws IOException {
        vocabulary.write(out);
        judge.write(out);
    }

    static Forethought read(DataInputStream in) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        return new Forethought(vocabulary, Judge.read(in));
    }
}
