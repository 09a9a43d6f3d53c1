package cn.wenzheng.triage.bench;

import cn.wenzheng.triage.Similar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Near-identical posts of the queue's head, each storm under the first of its petitions. */
final class Storms {

    /** Nearly the same words; a suggestion to attach is made far below it. */
    private static final double NEARLY_IDENTICAL = 0.9;

    private Storms() {}

    /**
     * How many petitions stand behind each line.
     *
     * @param numbers the queue's head, in its order
     * @param similar what is like each of them
     * @return the first petition of each storm with the size of its storm, in the order of the queue
     */
    static Map<String, Integer> among(List<String> numbers, Map<String, List<Similar>> similar) {
        Map<String, String> firsts = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String number : numbers) {
            String first = similar.getOrDefault(number, List.of()).stream()
                    .filter(other -> other.certainty() >= NEARLY_IDENTICAL)
                    .map(Similar::number)
                    .filter(firsts::containsKey)
                    .map(firsts::get)
                    .findFirst()
                    .orElse(number);
            firsts.put(number, first);
            sizes.merge(first, 1, Integer::sum);
        }
        return sizes;
    }
}
