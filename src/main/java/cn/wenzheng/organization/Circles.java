package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what stands above itself over others; every code is looked at once, however long the chains are. */
final class Circles {

    private Circles() {}

    /**
     * The codes that lie on a circle.
     *
     * @param parentOf the code above; null at a root, for an unknown code and for what stands above itself directly
     */
    static Set<String> among(Collection<String> codes, Function<String, @Nullable String> parentOf) {
        Set<String> circles = new HashSet<>();
        Map<String, Integer> walks = new HashMap<>();
        int walk = 0;
        for (String start : codes) {
            walk++;
            List<String> path = new ArrayList<>();
            String code = start;
            while (code != null && walks.putIfAbsent(code, walk) == null) {
                path.add(code);
                code = parentOf.apply(code);
            }
            if (code != null && walk == walks.getOrDefault(code, 0)) {
                circles.addAll(path.subList(path.indexOf(code), path.size()));
            }
        }
        return circles;
    }
}
