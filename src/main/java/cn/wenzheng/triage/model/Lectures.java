package cn.wenzheng.triage.model;

import cn.wenzheng.triage.text.Labelled;
import cn.wenzheng.triage.text.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts together what a version learns from: the city's own decisions, and the product's samples for the topics of which
 * the city has decided little itself.
 */
final class Lectures {

    /** From so many own decisions on, the samples of a topic have nothing to add. */
    private static final int ENOUGH = 20;

    private Lectures() {}

    static List<Labelled> of(List<Labelled> decisions, TreeLabels tree) {
        List<Labelled> known = decisions.stream()
                .filter(decision -> tree.isLeaf(decision.label()))
                .toList();
        Map<String, Long> counts =
                known.stream().collect(Collectors.groupingBy(Labelled::label, Collectors.counting()));
        List<Labelled> examples = new ArrayList<>(known);
        for (Samples.Sample sample : Samples.all()) {
            String topic = sample.category();
            if (tree.isLeaf(topic) && counts.getOrDefault(topic, 0L) < ENOUGH) {
                examples.add(new Labelled(sample.words(), topic));
            }
        }
        return examples;
    }
}
