package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the judge of danger, and from which score on it is to be believed: so that of the look-alikes that a judge had not
 * seen no more than a few are taken for danger.
 */
final class DangerTraining {

    private static final int QUARTERS = 4;

    /** How dear one mistake is; an example that counts several times is so much dearer. */
    private static final double COST = 0.25;

    /** Nobody hears a danger that stands below; what stands above in vain costs an operator a glance. */
    private static final double FALSE_ALARMS = 0.09;

    private final DangerJudge.Reader reader;
    private final List<Example> examples;
    private final Rows rows;

    /**
     * A text to learn from.
     *
     * @param times how often it counts
     * @param asked whether it says, when it was left out, what a score is worth
     */
    record Example(String text, boolean danger, int times, int quarter, boolean asked) {

        Example(String text, boolean danger, int times, boolean asked) {
            this(text, danger, times, Copies.placeOf(Words.of(text), QUARTERS), asked);
        }

        /** A part of it that is as harmless as the whole. */
        Example part(String piece, int often) {
            return new Example(piece, danger, often, quarter, false);
        }
    }

    /**
     * What was learnt.
     *
     * @param from the score from which on danger is heard
     * @param certainty makes a certainty of a score and its opposite
     */
    record Learnt(DangerJudge judge, double from, Softmax certainty) {}

    private record Asked(double score, boolean danger) {}

    /** @param signs what a text is searched for besides its runs */
    DangerTraining(List<Example> examples, DangerSigns signs) {
        this.examples = examples;
        this.reader = DangerJudge.Reader.of(examples.stream().map(Example::text).toList(), signs);
        this.rows = new Rows(reader.features(), reader.vocabulary());
        examples.forEach(example -> rows.add(reader.row(example.text())));
    }

    Learnt learnt() {
        List<Asked> asked = asked();
        List<Double> harmless = asked.stream()
                .filter(one -> !one.danger())
                .map(Asked::score)
                .sorted(Comparator.reverseOrder())
                .toList();
        Softmax certainty = Softmax.fit(asked.stream()
                .map(one -> new Softmax.Seen(new double[] {one.score(), -one.score()}, one.danger() ? 0 : 1))
                .toList());
        return new Learnt(judge(example -> true), harmless.get((int) (FALSE_ALARMS * harmless.size())), certainty);
    }

    private List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int leftOut = quarter;
            DangerJudge judge = judge(at -> examples.get(at).quarter() != leftOut);
            examples.stream()
                    .filter(example -> example.asked() && example.quarter() == leftOut)
                    .map(example -> new Asked(judge.score(example.text()), example.danger()))
                    .forEach(asked::add);
        }
        return asked;
    }

    private DangerJudge judge(IntPredicate chosen) {
        int[] often = IntStream.range(0, examples.size())
                .filter(chosen)
                .flatMap(at ->
                        IntStream.generate(() -> at).limit(examples.get(at).times()))
                .toArray();
        return new DangerJudge(reader, rows.plane(often, at -> examples.get(at).danger(), COST));
    }
}
