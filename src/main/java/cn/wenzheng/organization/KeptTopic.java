package cn.wenzheng.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it stands in the register; whether it is a leaf shows only among the others.
 *
 * @param closedAt since when it is no more; null while it is open
 */
public record KeptTopic(Category topic, @Nullable Instant closedAt) {

    public String code() {
        return topic.code();
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    static List<Category> open(Map<String, KeptTopic> all) {
        return told(all.values().stream().filter(KeptTopic::isOpen).toList(), all);
    }

    /** Those a petition can be about on a day: neither they nor what they belong to begins later or is over. */
    static List<Category> offered(Map<String, KeptTopic> all, LocalDate day) {
        return told(
                all.values().stream()
                        .filter(KeptTopic::isOpen)
                        .filter(kept -> isOffered(kept, all, day))
                        .toList(),
                all);
    }

    private static boolean isOffered(@Nullable KeptTopic kept, Map<String, KeptTopic> all, LocalDate day) {
        KeptTopic at = kept;
        while (at != null && at.topic.term().holdsOn(day)) {
            at = at.topic.parent() == null ? null : all.get(at.topic.parent());
        }
        return at == null;
    }

    /** Closed ones too, for the names in what is past. */
    static List<Category> all(Map<String, KeptTopic> all) {
        return told(List.copyOf(all.values()), all);
    }

    private static List<Category> told(List<KeptTopic> some, Map<String, KeptTopic> all) {
        Set<String> parents = all.values().stream()
                .filter(KeptTopic::isOpen)
                .map(kept -> kept.topic().parent())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return some.stream()
                .map(kept -> kept.topic().asLeaf(!parents.contains(kept.code())))
                .toList();
    }
}
