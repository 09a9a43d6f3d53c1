package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the citizen's words that speak for a label: every sign carries the weight of the runs it stands in, and signs of
 * much weight beside each other make a word.
 */
final class Reasons {

    private static final int MOST = 8;

    private static final int SHORTEST = 2;

    private static final int LONGEST = 8;

    /** A sign belongs to a word when it carries at least this part of what the strongest sign carries. */
    private static final double WORTH = 0.25;

    private final Vocabulary vocabulary;
    private final List<Vocabulary.Part> parts;

    private record Word(String word, double weight) {}

    Reasons(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.parts = vocabulary.parts(words);
    }

    /** @param weights how much a feature speaks for the label */
    List<String> strongest(IntToDoubleFunction weights) {
        List<Word> words = new ArrayList<>();
        for (Vocabulary.Part part : parts) {
            words.addAll(wordsOf(part.folded(), carried(part, weights)));
        }
        words.sort(Comparator.comparingDouble(Word::weight).reversed());
        Set<String> strongest = new LinkedHashSet<>();
        for (Word word : words) {
            if (strongest.size() < MOST && strongest.stream().noneMatch(known -> known.contains(word.word()))) {
                strongest.add(word.word());
            }
        }
        return List.copyOf(strongest);
    }

    private double[] carried(Vocabulary.Part part, IntToDoubleFunction weights) {
        double[] carried = new double[part.folded().length()];
        Grams.walk(part.folded(), part.space(), (number, from, to) -> {
            int index = vocabulary.index(number);
            double weight = index < 0 ? 0 : weights.applyAsDouble(index) * vocabulary.rarity(index);
            for (int at = from; at < to; at++) {
                carried[at] += weight / (to - from);
            }
        });
        return carried;
    }

    private static List<Word> wordsOf(Folded folded, double[] carried) {
        double strongest = 0;
        for (double weight : carried) {
            strongest = Math.max(strongest, weight);
        }
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= carried.length; at++) {
            boolean goesOn = at < carried.length
                    && at - from < LONGEST
                    && Character.isLetter(folded.signs()[at])
                    && carried[at] > 0
                    && carried[at] >= strongest * WORTH;
            if (!goesOn) {
                if (at - from >= SHORTEST) {
                    words.add(word(folded, carried, from, at));
                }
                from = at + 1;
            }
        }
        return words;
    }

    private static Word word(Folded folded, double[] carried, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += carried[at];
        }
        return new Word(folded.words(from, to), sum);
    }
}
