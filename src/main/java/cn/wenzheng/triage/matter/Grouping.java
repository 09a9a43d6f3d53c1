package cn.wenzheng.triage.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Groups petitions of one matter: the surest two come together first, and two groups become one when their members are
 * alike as a whole. One petition that stands between two matters does not tie both into a chain.
 */
final class Grouping {

    /** How much the surest pair of two groups counts beside the mean of all their pairs. */
    private static final double SUREST = 0.4;

    private final double threshold;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final List<Map<Integer, Bond>> bonds = new ArrayList<>();
    private final PriorityQueue<Candidate> candidates =
            new PriorityQueue<>(Comparator.comparingDouble(Candidate::strength)
                    .reversed()
                    .thenComparingInt(Candidate::one)
                    .thenComparingInt(Candidate::other));

    private Grouping(int size, double threshold) {
        this.threshold = threshold;
        for (int each = 0; each < size; each++) {
            groups.add(new ArrayList<>(List.of(each)));
            bonds.add(new HashMap<>());
        }
    }

    /** How sure it is that two are of one matter; pairs that are not told are taken for strangers. */
    record Pair(int one, int other, double certainty) {}

    private record Bond(double sum, double surest) {

        Bond plus(Bond other) {
            return new Bond(sum + other.sum, Math.max(surest, other.surest));
        }
    }

    private record Candidate(int one, int other, double strength) {}

    /** The group of each petition: the number of its first member. */
    static int[] of(int size, List<Pair> pairs, double threshold) {
        Grouping grouping = new Grouping(size, threshold);
        for (Pair pair : pairs) {
            Bond bond = new Bond(pair.certainty(), pair.certainty());
            grouping.bonds.get(pair.one()).put(pair.other(), bond);
            grouping.bonds.get(pair.other()).put(pair.one(), bond);
            grouping.offer(pair.one(), pair.other());
        }
        grouping.unite();
        return grouping.firstMembers();
    }

    private void offer(int one, int other) {
        double strength = strength(one, other);
        if (strength >= threshold) {
            candidates.add(new Candidate(Math.min(one, other), Math.max(one, other), strength));
        }
    }

    private double strength(int one, int other) {
        Bond bond = bonds.get(one).get(other);
        if (bond == null) {
            return 0;
        }
        int pairs = groups.get(one).size() * groups.get(other).size();
        return SUREST * bond.surest() + (1 - SUREST) * bond.sum() / pairs;
    }

    private void unite() {
        for (Candidate next = candidates.poll(); next != null; next = candidates.poll()) {
            // What was offered before one of both grew is offered anew since.
            if (next.strength() == strength(next.one(), next.other())) {
                unite(next.one(), next.other());
            }
        }
    }

    private void unite(int into, int gone) {
        groups.get(into).addAll(groups.get(gone));
        groups.get(gone).clear();
        Map<Integer, Bond> moved = bonds.get(gone);
        moved.forEach((third, bond) -> {
            bonds.get(third).remove(gone);
            if (third != into) {
                bonds.get(into).merge(third, bond, Bond::plus);
                bonds.get(third).put(into, bonds.get(into).get(third));
            }
        });
        moved.clear();
        bonds.get(into).keySet().forEach(third -> offer(into, third));
    }

    private int[] firstMembers() {
        int[] first = new int[groups.size()];
        for (List<Integer> group : groups) {
            int least = group.stream().mapToInt(Integer::intValue).min().orElse(0);
            group.forEach(member -> first[member] = least);
        }
        return first;
    }
}
