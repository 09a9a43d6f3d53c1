package cn.wenzheng.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the planes against those of the library whose method they follow. */
class SeparatorTest {

    private static final int ROWS = 300;

    private static final int FEATURES = 40;

    private final Rows rows = new Rows();
    private final Feature[][] theirs = new Feature[ROWS][];
    private final double[] labels = new double[ROWS];

    @Test
    void findsThePlaneThatLiblinearFinds() {
        draw(new Random(7));
        double[] weights =
                new Separator(rows, IntStream.range(0, ROWS).toArray(), 1, FEATURES).separate(row -> labels[row] > 0);
        double[] expected = byLiblinear();
        for (int feature = 0; feature < FEATURES; feature++) {
            assertThat(weights[feature]).isCloseTo(expected[feature], within(0.05));
        }
    }

    private void draw(Random random) {
        double[] truth = random.doubles(FEATURES, -1, 1).toArray();
        for (int row = 0; row < ROWS; row++) {
            int[] indices =
                    random.ints(0, FEATURES).distinct().limit(10).sorted().toArray();
            float[] values = new float[indices.length];
            double score = random.nextGaussian() * 0.3;
            theirs[row] = new Feature[indices.length];
            for (int at = 0; at < indices.length; at++) {
                values[at] = random.nextFloat();
                score += values[at] * truth[indices[at]];
                theirs[row][at] = new FeatureNode(indices[at] + 1, values[at]);
            }
            labels[row] = score > 0 ? 1 : -1;
            rows.add(new Row(indices, values));
        }
    }

    private double[] byLiblinear() {
        Problem problem = new Problem();
        problem.l = ROWS;
        problem.n = FEATURES;
        problem.x = theirs;
        problem.y = labels;
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1, 0.001));
        double[] weights = model.getFeatureWeights();
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        return IntStream.range(0, FEATURES)
                .mapToDouble(at -> weights[at] * sign)
                .toArray();
    }
}
