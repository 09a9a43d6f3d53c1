package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Accounts.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers signs of life in memory: a callback waits for no row, and a thousand pushes cost an account one update. */
@Component
class SignsOfLife {

    private final Map<Long, Marks> gathered = new ConcurrentHashMap<>();
    private final HealthRows rows;

    SignsOfLife(HealthRows rows) {
        this.rows = rows;
    }

    /** What was seen of one account: the newest of each sign, and how many forgeries. */
    record Marks(long account, Map<Sign, Instant> newest, long forged) {

        Marks with(Marks other) {
            Map<Sign, Instant> both = new EnumMap<>(Sign.class);
            both.putAll(newest);
            other.newest.forEach((sign, at) -> both.merge(sign, at, (one, two) -> one.isAfter(two) ? one : two));
            return new Marks(account, both, forged + other.forged);
        }

        @Nullable
        Instant at(Sign sign) {
            return newest.get(sign);
        }
    }

    void note(long account, Sign sign, Instant at) {
        add(new Marks(account, Map.of(sign, at), sign == Sign.FORGED ? 1 : 0));
    }

    private void add(Marks marks) {
        gathered.merge(marks.account(), marks, Marks::with);
    }

    /** Writes what was gathered; what cannot be written stays for the next time. */
    void write() {
        List<Marks> taken = new ArrayList<>();
        for (Long account : gathered.keySet()) {
            Marks marks = gathered.remove(account);
            if (marks != null) {
                taken.add(marks);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            rows.seen(taken);
        } catch (RuntimeException unwritten) {
            taken.forEach(this::add);
            throw unwritten;
        }
    }
}
