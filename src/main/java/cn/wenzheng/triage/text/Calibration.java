package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What a model's scores are worth, fitted on examples the judging model had not seen.
 *
 * @param first for the families, {@code second} for the labels in one
 * @param sureFrom the certainty from which on {@value #SURE} of the guesses were right; above one when there is none
 */
record Calibration(Softmax first, Softmax second, double sureFrom) {

    static final double SURE = 0.97;

    /** Below so many guesses a precision is luck. */
    private static final int FEWEST = 30;

    /** What a judge thought of an example it had not seen, and where the example belongs. */
    record Asked(Judges.Scores scores, int family, int member) {}

    private record Tried(double certainty, boolean right) {}

    static Calibration of(List<Asked> asked) {
        Softmax first = Softmax.fit(asked.stream()
                .map(one -> new Softmax.Seen(one.scores().first(), one.family()))
                .toList());
        Softmax second = Softmax.fit(asked.stream()
                .filter(one -> one.scores().seconds()[one.family()].length > 1)
                .map(one -> new Softmax.Seen(one.scores().seconds()[one.family()], one.member()))
                .toList());
        Calibration open = new Calibration(first, second, 2);
        return new Calibration(
                first, second, surest(asked.stream().map(open::tried).toList()));
    }

    /** The certainty of each label, by family. */
    double[][] certainties(Judges.Scores scores) {
        double[] families = first.certainties(scores.first());
        double[][] certainties = new double[families.length][];
        for (int family = 0; family < families.length; family++) {
            double[] within = second.certainties(scores.seconds()[family]);
            for (int member = 0; member < within.length; member++) {
                within[member] *= families[family];
            }
            certainties[family] = within;
        }
        return certainties;
    }

    private Tried tried(Asked asked) {
        double[][] certainties = certainties(asked.scores());
        double best = -1;
        boolean right = false;
        for (int family = 0; family < certainties.length; family++) {
            for (int member = 0; member < certainties[family].length; member++) {
                if (certainties[family][member] > best) {
                    best = certainties[family][member];
                    right = family == asked.family() && member == asked.member();
                }
            }
        }
        return new Tried(best, right);
    }

    /** The lowest certainty above which, all together, enough guesses were right. */
    private static double surest(List<Tried> guesses) {
        List<Tried> surest = guesses.stream()
                .sorted(Comparator.comparingDouble(Tried::certainty).reversed())
                .toList();
        double from = 2;
        int right = 0;
        for (int at = 0; at < surest.size(); at++) {
            right += surest.get(at).right() ? 1 : 0;
            if (at + 1 >= FEWEST && right >= SURE * (at + 1)) {
                from = surest.get(at).certainty();
            }
        }
        return from;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(first.steepness());
        out.writeDouble(second.steepness());
        out.writeDouble(sureFrom);
    }

    static Calibration read(DataInputStream in) throws IOException {
        return new Calibration(new Softmax(in.readDouble()), new Softmax(in.readDouble()), in.readDouble());
    }
}
