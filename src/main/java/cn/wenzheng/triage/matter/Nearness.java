package cn.wenzheng.triage.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some petitions in memory, each found by its keys as the database finds them, and how alike any two of them are; what the
 * house's figures are measured with.
 */
final class Nearness {

    /** From here on two petitions may be members of one group, so that all pairs of their groups are compared. */
    private static final double NEIGHBOURS = 0.2;

    private final Commonness commonness;
    private final List<Portrait> portraits;
    private final Map<Integer, List<Integer>> byKey = new HashMap<>();

    Nearness(List<Said> said) {
        this.commonness = Everyday.with(said.stream()
                .map(one -> Everyday.plain(one.title(), one.text()))
                .toList());
        this.portraits = said.stream().map(one -> Portrait.of(one, commonness)).toList();
        int number = 0;
        for (Portrait portrait : portraits) {
            for (int key : Signature.of(portrait)) {
                byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(number);
            }
            number++;
        }
    }

    int size() {
        return portraits.size();
    }

    /** The others that share a key with it, each with its certainty. */
    List<Grouping.Pair> neighbours(int one) {
        Set<Integer> others = new HashSet<>();
        for (int key : Signature.asked(portraits.get(one), commonness)) {
            others.addAll(byKey.getOrDefault(key, List.of()));
        }
        others.remove(one);
        return others.stream().sorted().map(other -> pair(one, other)).toList();
    }

    /** The group of each, with every pair compared that some chain of neighbours ties together. */
    int[] groups(List<List<Grouping.Pair>> neighbours) {
        List<Grouping.Pair> pairs = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int first = 0; first < size(); first++) {
            List<Integer> chain = chain(first, neighbours, seen);
            for (int one = 0; one < chain.size(); one++) {
                for (int other = one + 1; other < chain.size(); other++) {
                    pairs.add(pair(chain.get(one), chain.get(other)));
                }
            }
        }
        return Grouping.of(size(), pairs, Likeness.SUGGESTED);
    }

    private static List<Integer> chain(int first, List<List<Grouping.Pair>> neighbours, Set<Integer> seen) {
        List<Integer> chain = new ArrayList<>();
        if (seen.add(first)) {
            chain.add(first);
        }
        for (int at = 0; at < chain.size(); at++) {
            for (Grouping.Pair pair : neighbours.get(chain.get(at))) {
                if (pair.certainty() >= NEIGHBOURS && seen.add(pair.other())) {
                    chain.add(pair.other());
                }
            }
        }
        return chain;
    }

    private Grouping.Pair pair(int one, int other) {
        return new Grouping.Pair(one, other, Likeness.certainty(portraits.get(one), portraits.get(other), commonness));
    }
}
