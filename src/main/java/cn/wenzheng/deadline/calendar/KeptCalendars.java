package cn.wenzheng.deadline.calendar;

import cn.wenzheng.deadline.Calendars;
import cn.wenzheng.deadline.WorkingTime;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendars as they are now. What they answer may be up to five seconds old on a node that has not made the change
 * itself; only their version is read that often, all rows when it has changed.
 */
@Component
class KeptCalendars implements Calendars {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final String ALL = "all";

    private final CalendarRows rows;
    private final Cache<String, CalendarBook> current;
    private volatile @Nullable CalendarBook last;

    @Autowired
    KeptCalendars(CalendarRows rows) {
        this(rows, Ticker.systemTicker());
    }

    KeptCalendars(CalendarRows rows, Ticker ticker) {
        this.rows = rows;
        this.current =
                Caffeine.newBuilder().ticker(ticker).expireAfterWrite(AGE).build();
    }

    CalendarBook book() {
        return current.get(ALL, key -> read());
    }

    private CalendarBook read() {
        CalendarBook before = last;
        long version = rows.version();
        CalendarBook now = before != null && before.version() == version ? before : rows.read(version);
        last = now;
        return now;
    }

    @Override
    public WorkingTime of(String unit) {
        return book().of(unit);
    }

    @Override
    public long version() {
        return book().version();
    }

    /** Reads anew once the change that is under way is in. */
    void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // by its key: waits for a reading that began before the commit, which would be kept otherwise
                current.invalidate(ALL);
            }
        });
    }
}
