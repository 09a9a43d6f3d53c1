package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Category;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What labels mean in the city's category tree: a label is the code or the name of a topic of any level. */
final class TreeLabels {

    private final Map<String, Category> byCode = new HashMap<>();
    private final Map<String, Category> byName = new HashMap<>();

    TreeLabels(Collection<Category> tree) {
        tree.forEach(topic -> byCode.put(topic.code(), topic));
        for (Category topic : tree) {
            byName.merge(topic.name(), topic, (one, other) -> depth(one) <= depth(other) ? one : other);
        }
    }

    /** The topic a label means; of topics that share a name the highest. */
    Optional<Category> topic(String label) {
        return Optional.ofNullable(byCode.getOrDefault(label, byName.get(label)));
    }

    boolean isLeaf(String label) {
        return topic(label).filter(Category::leaf).isPresent();
    }

    /** The code of the first-level topic above a label; the label itself when the tree does not know it. */
    String fieldOf(String label) {
        Category topic = topic(label).orElse(null);
        if (topic == null) {
            return label;
        }
        while (topic.parent() != null && byCode.containsKey(topic.parent())) {
            topic = byCode.get(topic.parent());
        }
        return topic.code();
    }

    private int depth(Category topic) {
        int depth = 0;
        for (String above = topic.parent(); above != null && byCode.containsKey(above); depth++) {
            above = byCode.get(above).parent();
        }
        return depth;
    }
}
