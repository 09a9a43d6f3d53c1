package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes certainties of scores. How steeply they follow the scores is fitted on examples that the judging model had not
 * seen, so that of a hundred guesses with certainty 0.9 about ninety are right.
 *
 * @param steepness one over the temperature
 */
record Softmax(double steepness) {

    private static final double FLATTEST = 0.2;

    private static final double STEEPEST = 30;

    private static final int STEPS = 40;

    /** Scores of one example and which of them belongs to its label. */
    record Seen(double[] scores, int right) {}

    double[] certainties(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        double[] certainties = new double[scores.length];
        for (int at = 0; at < scores.length; at++) {
            certainties[at] = Math.exp(steepness * (scores[at] - most));
            sum += certainties[at];
        }
        for (int at = 0; at < scores.length; at++) {
            certainties[at] /= sum;
        }
        return certainties;
    }

    /** The steepness under which the right labels of the examples are likeliest. */
    static Softmax fit(List<Seen> examples) {
        double low = Math.log(FLATTEST);
        double high = Math.log(STEEPEST);
        for (int step = 0; step < STEPS; step++) {
            double left = low + (high - low) * 0.382;
            double right = low + (high - low) * 0.618;
            if (surprise(examples, left) < surprise(examples, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Softmax(Math.exp((low + high) / 2));
    }

    private static double surprise(List<Seen> examples, double logarithm) {
        Softmax softmax = new Softmax(Math.exp(logarithm));
        List<Double> surprises = new ArrayList<>();
        for (Seen seen : examples) {
            surprises.add(-Math.log(softmax.certainties(seen.scores())[seen.right()] + 1e-12));
        }
        return surprises.stream().mapToDouble(Double::doubleValue).sum();
    }
}
