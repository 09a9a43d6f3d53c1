package cn.wenzheng.triage.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names and words of the leaves of the tree the house comes with: whoever writes one of them says what it is about. */
final class TopicWords {

    /** Read when they are first asked for. */
    private static final class Once {

        private static final Set<String> WORDS = CsvResource.records("demo/categories.csv").stream()
                .flatMap(leaf -> Stream.concat(
                        Stream.of(leaf.get("name")),
                        Arrays.stream(leaf.get("keywords").split("\\|"))))
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final int SHORTEST = 2;

    private static final int LONGEST = 8;

    private TopicWords() {}

    /** Does something with where each of them begins and ends. */
    interface Found {

        void at(int from, int to);
    }

    static void find(String words, Found found) {
        for (int from = 0; from < words.length(); from++) {
            for (int to = from + SHORTEST; to <= Math.min(words.length(), from + LONGEST); to++) {
                if (Once.WORDS.contains(words.substring(from, to))) {
                    found.at(from, to);
                }
            }
        }
    }
}
