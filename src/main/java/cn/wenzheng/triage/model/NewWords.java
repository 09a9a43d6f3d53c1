package cn.wenzheng.triage.model;

import cn.wenzheng.triage.text.Samples;
import cn.wenzheng.triage.text.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/** How much of a text nobody has written before: a new word is a pair of signs that never stood beside each other. */
final class NewWords {

    private final Set<Integer> known = new HashSet<>();

    /** Beside the product's own samples, these are known. */
    NewWords(Collection<ExampleRows.Example> examples) {
        Samples.all().forEach(sample -> pairs(sample.words(), known::add));
        examples.forEach(example -> pairs(example.labelled().words(), known::add));
    }

    /** The part of new pairs, from 0 to 1. */
    double partOf(ExampleRows.Example example) {
        int[] counts = new int[2];
        pairs(example.labelled().words(), pair -> {
            counts[0]++;
            counts[1] += known.contains(pair) ? 0 : 1;
        });
        return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
    }

    private static void pairs(Words words, IntConsumer each) {
        String text = words.all();
        for (int at = 0; at + 1 < text.length(); at++) {
            if (Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at + 1))) {
                each.accept(text.charAt(at) << Character.SIZE | text.charAt(at + 1));
            }
        }
    }
}
