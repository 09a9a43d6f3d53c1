package cn.wenzheng.triage.evaluate;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How good predictions are.
 *
 * @param accuracy share of right first guesses
 * @param macroF1 mean over the labels of the tested rows of the harmonic mean of precision and recall
 * @param top3 share of rows whose label is among the first three guesses
 * @param shareAt97 share of rows whose certainty reaches what the training examples asked for
 * @param precisionAt97 share of right guesses among those; 1 when there are none
 */
record Marks(double accuracy, double macroF1, double top3, double shareAt97, double precisionAt97) {

    private static final int FIRST_THREE = 3;

    static Marks of(List<Prediction> predictions, double sureFrom) {
        List<Prediction> sure = predictions.stream()
                .filter(prediction -> prediction.certainty() >= sureFrom)
                .toList();
        return new Marks(
                share(predictions, Prediction::isRight),
                macroF1(predictions),
                share(predictions, prediction -> prediction.isAmong(FIRST_THREE)),
                (double) sure.size() / predictions.size(),
                sure.isEmpty() ? 1 : share(sure, Prediction::isRight));
    }

    private static double share(List<Prediction> predictions, Predicate<Prediction> counted) {
        return (double) predictions.stream().filter(counted).count() / predictions.size();
    }

    private static double macroF1(List<Prediction> predictions) {
        Set<String> labels = predictions.stream().map(Prediction::label).collect(Collectors.toSet());
        return labels.stream()
                .mapToDouble(label -> f1(predictions, label))
                .average()
                .orElse(0);
    }

    private static double f1(List<Prediction> predictions, String label) {
        long is = 0;
        long said = 0;
        long right = 0;
        for (Prediction prediction : predictions) {
            is += prediction.label().equals(label) ? 1 : 0;
            said += prediction.predicted().equals(label) ? 1 : 0;
            right += prediction.isRight() && prediction.label().equals(label) ? 1 : 0;
        }
        return 2.0 * right / (is + said);
    }
}
