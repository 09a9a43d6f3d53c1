package cn.wenzheng.triage.text;

/** One text as numbers: which features it has, ascending, and how much of each. */
record Row(int[] indices, float[] values) {

    int size() {
        return indices.length;
    }
}
