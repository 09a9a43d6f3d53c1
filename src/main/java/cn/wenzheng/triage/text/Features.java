package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model sees of a text: its runs of signs and, when there was a model before it, what that one thinks. A city's
 * five hundred decisions do not say what a pension is; the samples the product comes with do.
 *
 * @param before null for a model that begins from nothing
 */
record Features(Vocabulary vocabulary, @Nullable TopicModel before) {

    /** How much the thoughts of the model before count beside title and text, which count one each; measured. */
    private static final double WEIGHT = 1;

    int size() {
        return vocabulary.size() + (before == null ? 0 : before.labels().size());
    }

    Row row(Words words) {
        Row row = vocabulary.row(words);
        if (before == null) {
            return row;
        }
        double[] thoughts = before.certainties(words);
        int[] indices = Arrays.copyOf(row.indices(), row.size() + thoughts.length);
        float[] values = Arrays.copyOf(row.values(), row.size() + thoughts.length);
        for (int at = 0; at < thoughts.length; at++) {
            indices[row.size() + at] = vocabulary.size() + at;
            values[row.size() + at] = (float) (WEIGHT * thoughts[at]);
        }
        return new Row(indices, values);
    }

    void write(DataOutputStream out) throws IOException {
        vocabulary.write(out);
        out.writeBoolean(before != null);
        if (before != null) {
            before.write(out);
        }
    }

    static Features read(DataInputStream in) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        return new Features(vocabulary, in.readBoolean() ? TopicModel.read(in) : null);
    }
}
