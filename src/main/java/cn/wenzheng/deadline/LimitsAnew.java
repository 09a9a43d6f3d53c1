package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger.Move;
import cn.wenzheng.petition.ClockMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the limits that a calendar may still move, some at a time: to see what another calendar would make of
 * them, or to count those for good that an older one has counted.
 */
@Component
public class LimitsAnew {

    private static final Logger LOG = LoggerFactory.getLogger(LimitsAnew.class);

    private final LiveRows rows;
    private final ClockMoves moves;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LimitsAnew(LiveRows rows, ClockMoves moves, Calendars calendars, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Some limits.
     *
     * @param moved those of them that another calendar moves
     * @param seen how many there were
     * @param last the last of them; null when there was none
     */
    public record Some(
            List<MovedLimit> moved, int seen, @Nullable LimitKey last) {

        static Some of(List<KeptClock> clocks, List<MovedLimit> moved) {
            LimitKey last = clocks.isEmpty()
                    ? null
                    : LimitKey.of(clocks.get(clocks.size() - 1).limit());
            return new Some(moved, clocks.size(), last);
        }
    }

    public int count() {
        return rows.count();
    }

    /** What other calendars would make of the next limits; nothing is changed, and what cannot be counted does not move. */
    public Some look(@Nullable LimitKey after, int size, Calendars others) {
        try {
            List<KeptClock> clocks = rows.next(after, size);
            return Some.of(clocks, moves.look(clocks, clock.instant(), others));
        } catch (DataAccessException technical) {
            throw technical;
        } catch (RuntimeException unreadable) {
            return lookOneByOne(rows.keys(after, size), others);
        }
    }

    private Some lookOneByOne(List<LimitKey> keys, Calendars others) {
        List<MovedLimit> moved =
                keys.stream().flatMap(key -> look(key, others).stream()).toList();
        return new Some(moved, keys.size(), keys.isEmpty() ? null : keys.get(keys.size() - 1));
    }

    private List<MovedLimit> look(LimitKey key, Calendars others) {
        try {
            return moves.look(rows.one(key), clock.instant(), others);
        } catch (DataAccessException technical) {
            throw technical;
        } catch (RuntimeException unreadable) {
            LOG.warn("A preview passes over {}: {}", key, unreadable.getClass().getName());
            return List.of();
        }
    }

    /** The calendars this node knows. */
    public long version() {
        return calendars.version();
    }

    /** True while there are limits that calendars older than the present ones have counted. */
    public boolean isAnyOld() {
        return rows.hasOlderThan(calendars.version());
    }

    /** The next of them, without reading more than which they are. */
    public List<LimitKey> old(@Nullable LimitKey after, int size) {
        return rows.keysOlderThan(calendars.version(), after, size);
    }

    /** Counts the next limits that older calendars have counted; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Some countAnew(@Nullable LimitKey after, int size, Move move) {
        long version = calendars.version();
        return countAnew(rows.nextOlderThan(version, after, size), version, move);
    }

    /** Counts one of them; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Some countAnew(LimitKey one, Move move) {
        long version = calendars.version();
        return countAnew(rows.oneOlderThan(version, one), version, move);
    }

    private Some countAnew(List<KeptClock> clocks, long version, Move move) {
        List<MovedLimit> moved = moves.countAnew(clocks, ClockMove.CALENDAR_CHANGED, move);
        if (!clocks.isEmpty()) {
            rows.counted(clocks, version);
        }
        tell(moved, move.at());
        return Some.of(clocks, moved);
    }

    private void tell(List<MovedLimit> moved, Instant now) {
        moved.stream()
                .filter(limit -> limit.undoesBreach(now) || limit.undoesWarning(now))
                .map(limit -> limit.undoneAt(now))
                .forEach(events::publishEvent);
    }
}
