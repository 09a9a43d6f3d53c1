package cn.wenzheng.triage.text;

import java.util.List;

/** One text as numbers: which features it has, ascending, and how much of each. */
record Row(int[] indices, float[] values) {

    /** @param parts in the order of their features */
    static Row of(List<Row> parts) {
        int size = parts.stream().mapToInt(Row::size).sum();
        int[] indices = new int[size];
        float[] values = new float[size];
        int at = 0;
        for (Row part : parts) {
            System.arraycopy(part.indices(), 0, indices, at, part.size());
            System.arraycopy(part.values(), 0, values, at, part.size());
            at += part.size();
        }
        return new Row(indices, values);
    }

    int size() {
        return indices.length;
    }
}
