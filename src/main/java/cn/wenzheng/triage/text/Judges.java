package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The judge that tells the families apart and one for each family that tells its labels apart. */
record Judges(Judge first, List<Judge> seconds) {

    /** How much a text speaks for each family, and in each family for each label. */
    record Scores(double[] first, double[][] seconds) {}

    Scores scores(Row row) {
        return new Scores(
                first.scores(row),
                seconds.stream().map(second -> second.scores(row)).toArray(double[][]::new));
    }

    /** How much a feature speaks for a label of a family. */
    double weight(int feature, int family, int member) {
        return first.weight(feature, family) + seconds.get(family).weight(feature, member);
    }

    void write(DataOutputStream out) throws IOException {
        first.write(out);
        for (Judge second : seconds) {
            second.write(out);
        }
    }

    static Judges read(DataInputStream in, int families) throws IOException {
        Judge first = Judge.read(in);
        List<Judge> seconds = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            seconds.add(Judge.read(in));
        }
        return new Judges(first, seconds);
    }
}
