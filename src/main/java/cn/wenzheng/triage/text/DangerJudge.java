package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weighs how much a text sounds like danger to life, by its runs of signs and by each sign of danger in it. */
final class DangerJudge {

    /** What a sign of danger weighs beside all runs together, which are one long. */
    private static final float SIGN = 0.15f;

    /** Somebody complains about his rent and says in the midst of it that the wall is falling. */
    private static final Pattern SENTENCES = Pattern.compile("(?<=[。！？；!?;\n])");

    /** A shorter text is heard as a whole. */
    private static final int SHORT = 50;

    private final Reader reader;
    private final double[] weights;

    DangerJudge(Reader reader, double[] weights) {
        this.reader = reader;
        this.weights = weights;
    }

    /** A sentence and the signs of danger in it, which are dear to look for: each is read once. */
    private record Sentence(String text, int[] signs) {}

    /**
     * Makes numbers of texts: their runs, the signs of danger, and a last one that all have, by which nothing at all is
     * nearer to no danger.
     */
    record Reader(Vocabulary vocabulary, DangerSigns signs) {

        static Reader of(List<String> texts, DangerSigns signs) {
            return new Reader(
                    Vocabulary.of(texts.stream().map(Words::of).toList(), Training.HEARD_TWICE, false), signs);
        }

        int features() {
            return vocabulary.size() + signs.size() + 1;
        }

        Row row(String text) {
            return row(sentences(text));
        }

        private List<Sentence> sentences(String text) {
            return SENTENCES
                    .splitAsStream(text)
                    .map(sentence -> new Sentence(sentence, signs.in(sentence)))
                    .toList();
        }

        private Row row(List<Sentence> sentences) {
            int[] indices = IntStream.concat(
                            sentences.stream()
                                    .flatMapToInt(sentence -> IntStream.of(sentence.signs()))
                                    .sorted()
                                    .distinct(),
                            IntStream.of(signs.size()))
                    .map(at -> vocabulary.size() + at)
                    .toArray();
            float[] values = new float[indices.length];
            Arrays.fill(values, SIGN);
            values[values.length - 1] = 1;
            String text = sentences.stream().map(Sentence::text).collect(Collectors.joining());
            return Row.of(List.of(vocabulary.row(Words.of(text)), new Row(indices, values)));
        }
    }

    /** Each sentence of a longer text with the one behind it; none of a short one. */
    static List<String> pieces(String text) {
        return pieces(text, SENTENCES.splitAsStream(text).toList())
                .map(sentences -> String.join("", sentences))
                .toList();
    }

    private static <T> Stream<List<T>> pieces(String text, List<T> sentences) {
        return IntStream.range(0, text.length() < SHORT || sentences.size() < 3 ? 0 : sentences.size())
                .mapToObj(at -> sentences.subList(at, Math.min(at + 2, sentences.size())));
    }

    /** How much the text as a whole, or what sounds worst in it, speaks for danger; below zero rather against it. */
    double score(String text) {
        List<Sentence> sentences = reader.sentences(text);
        return Stream.concat(Stream.of(sentences), pieces(text, sentences))
                .mapToDouble(piece -> weigh(reader.row(piece)))
                .max()
                .orElse(0);
    }

    private double weigh(Row row) {
        double score = 0;
        for (int at = 0; at < row.size(); at++) {
            score += weights[row.indices()[at]] * row.values()[at];
        }
        return score;
    }
}
