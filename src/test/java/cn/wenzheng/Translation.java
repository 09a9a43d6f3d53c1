package cn.wenzheng;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold between a text's English and its Chinese; each rule answers with the keys that break it.
 *
 * @param english sentences by key
 * @param chinese the same sentences in Chinese
 */
record Translation(Map<String, String> english, Map<String, String> chinese) {

    private static final Pattern WORD = Pattern.compile("\\p{L}");

    /** Keys that only one of the two has. */
    List<String> keysOfOneOnly() {
        TreeSet<String> one = new TreeSet<>(english.keySet());
        one.removeAll(chinese.keySet());
        TreeSet<String> other = new TreeSet<>(chinese.keySet());
        other.removeAll(english.keySet());
        one.addAll(other);
        return List.copyOf(one);
    }

    /** Keys whose sentences do not have the same places to fill in; how often and in which order does not matter. */
    List<String> otherPlaces(Pattern place) {
        return both().filter(key -> !places(place, english.get(key)).equals(places(place, chinese.get(key))))
                .toList();
    }

    /** Keys whose Chinese is the English, unless there is no word in it. */
    List<String> untranslated() {
        return both().filter(key -> WORD.matcher(english.get(key)).find())
                .filter(key -> english.get(key).equals(chinese.get(key)))
                .toList();
    }

    /** English sentences that are said in several ways, with these ways. */
    Map<String, TreeSet<String>> severalWays() {
        Map<String, TreeSet<String>> ways = new TreeMap<>();
        both().forEach(key -> ways.computeIfAbsent(english.get(key), sentence -> new TreeSet<>())
                .add(chinese.get(key)));
        ways.values().removeIf(said -> said.size() == 1);
        return ways;
    }

    /** Keys whose English has a term and whose Chinese lacks the word that the field has for it. */
    List<String> otherWords(Map<String, String> terms) {
        List<String> found = new ArrayList<>();
        terms.forEach((term, word) -> {
            Pattern said = Pattern.compile("\\b" + term + "\\b", Pattern.CASE_INSENSITIVE);
            both().filter(key -> said.matcher(english.get(key)).find())
                    .filter(key -> !chinese.get(key).contains(word))
                    .forEach(key -> found.add(key + ": " + word));
        });
        return found;
    }

    /** Both together; the other's keys begin with where they come from, for two places may use one key. */
    Translation with(String from, Translation other) {
        Map<String, String> allEnglish = new TreeMap<>(english);
        other.english.forEach((key, sentence) -> allEnglish.put(from + " " + key, sentence));
        Map<String, String> allChinese = new TreeMap<>(chinese);
        other.chinese.forEach((key, sentence) -> allChinese.put(from + " " + key, sentence));
        return new Translation(allEnglish, allChinese);
    }

    private Stream<String> both() {
        return new TreeSet<>(english.keySet()).stream().filter(key -> Objects.nonNull(chinese.get(key)));
    }

    private static TreeSet<String> places(Pattern place, String sentence) {
        return place.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
