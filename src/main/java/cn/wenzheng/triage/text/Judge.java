package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weighs a text for each of a few labels. Only the features that its examples have are kept, and each weight in 16 bits,
 * so that what is stored and what was trained judge alike.
 */
final class Judge {

    private final int labels;
    private final int[] features;
    private final short[] weights;
    private final float[] scales;

    private Judge(int labels, int[] features, short[] weights, float[] scales) {
        this.labels = labels;
        this.features = features;
        this.weights = weights;
        this.scales = scales;
    }

    /**
     * @param chosen the rows to learn from
     * @param labelOf the label of each row, as a number below {@code labels}
     */
    static Judge train(Rows rows, int[] chosen, int[] labelOf, int labels, double cost) {
        int[] features = rows.featuresOf(chosen);
        short[] weights = new short[features.length * labels];
        float[] scales = new float[labels];
        IntStream.range(0, labels).parallel().forEach(label -> {
            double[] plane = rows.plane(chosen, row -> labelOf[row] == label, cost);
            double most = Arrays.stream(features)
                    .mapToDouble(at -> Math.abs(plane[at]))
                    .max()
                    .orElse(0);
            scales[label] = (float) (most / Short.MAX_VALUE);
            for (int at = 0; at < features.length; at++) {
                weights[at * labels + label] =
                        most == 0 ? 0 : (short) Math.round(plane[features[at]] / most * Short.MAX_VALUE);
            }
        });
        return new Judge(labels, features, weights, scales);
    }

    int labels() {
        return labels;
    }

    /** How much the row speaks for each label. */
    double[] scores(Row row) {
        double[] scores = new double[labels];
        for (int at = 0; at < row.size(); at++) {
            int feature = Arrays.binarySearch(features, row.indices()[at]);
            if (feature >= 0) {
                for (int label = 0; label < labels; label++) {
                    scores[label] += weights[feature * labels + label] * (double) row.values()[at];
                }
            }
        }
        for (int label = 0; label < labels; label++) {
            scores[label] *= scales[label];
        }
        return scores;
    }

    double weight(int feature, int label) {
        int at = Arrays.binarySearch(features, feature);
        return at < 0 ? 0 : weights[at * labels + label] * (double) scales[label];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labels);
        out.writeInt(features.length);
        for (int feature : features) {
            out.writeInt(feature);
        }
        for (short weight : weights) {
            out.writeShort(weight);
        }
        for (float scale : scales) {
            out.writeFloat(scale);
        }
    }

    static Judge read(DataInputStream in) throws IOException {
        int labels = in.readInt();
        int[] features = new int[in.readInt()];
        for (int at = 0; at < features.length; at++) {
            features[at] = in.readInt();
        }
        short[] weights = new short[features.length * labels];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = in.readShort();
        }
        float[] scales = new float[labels];
        for (int at = 0; at < labels; at++) {
            scales[at] = in.readFloat();
        }
        return new Judge(labels, features, weights, scales);
    }
}
