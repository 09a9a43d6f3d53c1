package cn.wenzheng.access.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree that is shown as a list.
 *
 * @param depth how far it stands in, from 0; never further than a screen bears
 */
record Branch<T>(T item, int depth) {

    private static final int DEEPEST = 5;

    /** The tree from its roots down, each below what it belongs to. */
    static <T> List<Branch<T>> tree(
            Collection<T> items, Function<T, String> code, Function<T, @Nullable String> parent) {
        Map<String, List<T>> below = new LinkedHashMap<>();
        items.forEach(item -> below.computeIfAbsent(String.valueOf(parent.apply(item)), key -> new ArrayList<>())
                .add(item));
        List<Branch<T>> tree = new ArrayList<>();
        add(tree, below, "null", 0, code);
        return tree;
    }

    private static <T> void add(
            List<Branch<T>> tree, Map<String, List<T>> below, String above, int depth, Function<T, String> code) {
        for (T item : below.getOrDefault(above, List.of())) {
            tree.add(new Branch<>(item, Math.min(depth, DEEPEST)));
            add(tree, below, code.apply(item), depth + 1, code);
        }
    }
}
