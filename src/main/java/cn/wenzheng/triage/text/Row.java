package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.List;

/** One text as numbers: which features it has, ascending, and how much of each. */
record Row(int[] indices, float[] values) {

    /** @param parts which have no feature in common */
    static Row of(List<Row> parts) {
        long[] sorted = new long[parts.stream().mapToInt(Row::size).sum()];
        int size = 0;
        for (Row part : parts) {
            for (int at = 0; at < part.size(); at++) {
                sorted[size++] = (long) part.indices[at] << Integer.SIZE | Float.floatToIntBits(part.values[at]);
            }
        }
        Arrays.sort(sorted);
        int[] indices = new int[size];
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            indices[at] = (int) (sorted[at] >> Integer.SIZE);
            values[at] = Float.intBitsToFloat((int) sorted[at]);
        }
        return new Row(indices, values);
    }

    int size() {
        return indices.length;
    }
}
