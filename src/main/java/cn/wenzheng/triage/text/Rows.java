package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.BitSet;

/** Many sparse rows in two arrays: eight bytes a value, which lets a product of 512 MB learn from 10,000 letters. */
final class Rows {

    private int[] starts = new int[1025];
    private int[] indices = new int[1 << 16];
    private float[] values = new float[1 << 16];
    private int size;

    void add(Row row) {
        int from = starts[size];
        int to = from + row.size();
        if (to > indices.length) {
            int capacity = Math.max(to, indices.length + (indices.length >> 1));
            indices = Arrays.copyOf(indices, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        System.arraycopy(row.indices(), 0, indices, from, row.size());
        System.arraycopy(row.values(), 0, values, from, row.size());
        starts[++size] = to;
    }

    int size() {
        return size;
    }

    /** The features that any of the chosen rows has, ascending. */
    int[] featuresOf(int[] chosen, int features) {
        BitSet seen = new BitSet(features);
        for (int row : chosen) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                seen.set(indices[at]);
            }
        }
        return seen.stream().toArray();
    }

    Row row(int row) {
        return new Row(
                Arrays.copyOfRange(indices, starts[row], starts[row + 1]),
                Arrays.copyOfRange(values, starts[row], starts[row + 1]));
    }

    /** The squared length of a row. */
    double square(int row) {
        double sum = 0;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            sum += values[at] * (double) values[at];
        }
        return sum;
    }

    double product(int row, double[] weights) {
        double sum = 0;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            sum += weights[indices[at]] * values[at];
        }
        return sum;
    }

    void addTo(double[] weights, int row, double times) {
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            weights[indices[at]] += times * values[at];
        }
    }
}
