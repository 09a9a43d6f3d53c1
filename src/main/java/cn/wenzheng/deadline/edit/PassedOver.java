package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.LimitsAnew;
import java.util.HashSet;
import java.util.Set;

/** The limits that could not be counted by the present calendars; the next ones try them again. */
class PassedOver {

    private final Set<LimitKey> keys = new HashSet<>();
    private long version;

    void add(LimitKey key) {
        keys.add(key);
    }

    boolean contains(LimitKey key) {
        return keys.contains(key);
    }

    /** True while any limit beside these waits to be counted anew. */
    boolean leaveAnyOld(LimitsAnew limits) {
        if (version != limits.version()) {
            version = limits.version();
            keys.clear();
        }
        return keys.isEmpty() ? limits.isAnyOld() : !keys.containsAll(limits.old(null, keys.size() + 1));
    }
}
