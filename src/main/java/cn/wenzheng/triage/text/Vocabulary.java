package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of signs that a model knows, and how rare each is. Title and text are counted apart: what a title says weighs
 * as much as the whole letter below it.
 */
final class Vocabulary {

    static final int TITLE = 0;

    static final int TEXT = 1;

    /**
     * So many values all examples together may have, which is what 170 MB hold; with more the rarest runs are left out.
     */
    private static final long MOST_VALUES = 6_000_000;

    private final int[] numbers;
    private final float[] rarity;
    private final boolean apart;

    private Vocabulary(int[] numbers, float[] rarity, boolean apart) {
        this.apart = apart;
        this.numbers = numbers;
        this.rarity = rarity;
    }

    /**
     * @param fewest in so many examples a run must occur
     * @param apart whether titles count apart
     */
    static Vocabulary of(List<Words> examples, int fewest, boolean apart) {
        Tally tally = new Tally();
        for (Words words : examples) {
            parts(words, apart).forEach(part -> tally.count(part.grams().numbers()));
        }
        Tally.Counted counted = tally.atLeast(tally.fewest(fewest, MOST_VALUES));
        float[] rarity = new float[counted.numbers().length];
        for (int at = 0; at < rarity.length; at++) {
            rarity[at] = (float) (Math.log((1.0 + examples.size()) / (1.0 + counted.counts()[at])) + 1);
        }
        return new Vocabulary(counted.numbers(), rarity, apart);
    }

    /** A part of the words and the space in which its runs count. */
    record Part(Folded folded, int space) {

        Grams grams() {
            return Grams.of(folded, space);
        }
    }

    List<Part> parts(Words words) {
        return parts(words, apart);
    }

    private static List<Part> parts(Words words, boolean apart) {
        return words.title() == null || !apart
                ? List.of(new Part(Folded.of(words.all()), TEXT))
                : List.of(new Part(Folded.of(words.title()), TITLE), new Part(Folded.of(words.text()), TEXT));
    }

    int size() {
        return numbers.length;
    }

    /** The first index of a run of texts; those of titles stand below. */
    int texts() {
        int at = Arrays.binarySearch(numbers, TEXT << Integer.SIZE - 2);
        return at < 0 ? -at - 1 : at;
    }

    /** The same runs, each with so many times its weight. */
    Vocabulary weighed(float[] times) {
        float[] weighed = new float[rarity.length];
        for (int at = 0; at < weighed.length; at++) {
            weighed[at] = rarity[at] * times[at];
        }
        return new Vocabulary(numbers, weighed, apart);
    }

    Row row(Words words) {
        return Row.of(parts(words).stream().map(part -> row(part.grams())).toList());
    }

    /** Frequent runs count little more than single ones, rare ones more than common ones, and each part is one long. */
    private Row row(Grams grams) {
        int[] indices = new int[grams.numbers().length];
        float[] values = new float[indices.length];
        int size = 0;
        double square = 0;
        for (int at = 0; at < grams.numbers().length; at++) {
            int index = Arrays.binarySearch(numbers, grams.numbers()[at]);
            if (index >= 0) {
                double value = (1 + Math.log(grams.counts()[at])) * rarity[index];
                indices[size] = index;
                values[size++] = (float) value;
                square += value * value;
            }
        }
        double length = Math.sqrt(square);
        for (int at = 0; at < size; at++) {
            values[at] = (float) (values[at] / length);
        }
        return new Row(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** The index of a run; negative when the model does not know it. */
    int index(int number) {
        return Arrays.binarySearch(numbers, number);
    }

    float rarity(int index) {
        return rarity[index];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (int at = 0; at < numbers.length; at++) {
            out.writeInt(numbers[at]);
            out.writeFloat(rarity[at]);
        }
        out.writeBoolean(apart);
    }

    static Vocabulary read(DataInputStream in) throws IOException {
        int size = in.readInt();
        int[] numbers = new int[size];
        float[] rarity = new float[size];
        for (int at = 0; at < size; at++) {
            numbers[at] = in.readInt();
            rarity[at] = in.readFloat();
        }
        return new Vocabulary(numbers, rarity, in.readBoolean());
    }
}
