package cn.wenzheng.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands in the register.
 *
 * @param closedAt since when it is no more; null while it is open
 */
public record KeptUnit(Unit unit, @Nullable Instant closedAt) {

    public String code() {
        return unit.code();
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    static List<Unit> open(Map<String, KeptUnit> all) {
        return all.values().stream()
                .filter(KeptUnit::isOpen)
                .map(KeptUnit::unit)
                .toList();
    }
}
