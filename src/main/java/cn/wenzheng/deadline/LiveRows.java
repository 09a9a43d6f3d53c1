package cn.wenzheng.deadline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits that a calendar may still move: what runs, and what was missed. */
@Component
class LiveRows {

    private static final String LIVE = "coalesce(ended_at, 'infinity') > due_at";
    private static final String ONE = " AND (petition, stage, unit, round) = (:petition, :stage, :unit, :round)";
    private static final String NEXT = " AND (petition, stage, unit, round) > (:petition, :stage, :unit, :round)"
            + " ORDER BY petition, stage, unit, round LIMIT :size";

    private final JdbcClient jdbc;

    LiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM deadline WHERE " + LIVE)
                .query(Integer.class)
                .single();
    }

    boolean hasOlderThan(long version) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM deadline WHERE calendar_version < ? AND " + LIVE + ")")
                .param(version)
                .query(Boolean.class)
                .single();
    }

    List<KeptClock> next(@Nullable LimitKey after, int size) {
        return after("SELECT * FROM deadline WHERE " + LIVE + NEXT, after, size)
                .query(ClockRows::clock)
                .list();
    }

    /** Holds them until the transaction ends; those that somebody else holds are left for later. */
    List<KeptClock> nextOlderThan(long version, @Nullable LimitKey after, int size) {
        return after(
                        "SELECT * FROM deadline WHERE " + LIVE + " AND calendar_version < :version" + NEXT
                                + " FOR UPDATE SKIP LOCKED",
                        after,
                        size)
                .param("version", version)
                .query(ClockRows::clock)
                .list();
    }

    /** The keys alone, which can always be read. */
    List<LimitKey> keys(@Nullable LimitKey after, int size) {
        return after("SELECT petition, stage, unit, round FROM deadline WHERE " + LIVE + NEXT, after, size)
                .query(LimitKey.class)
                .list();
    }

    List<LimitKey> keysOlderThan(long version, @Nullable LimitKey after, int size) {
        String sql = "SELECT petition, stage, unit, round FROM deadline WHERE " + LIVE
                + " AND calendar_version < :version" + NEXT;
        return after(sql, after, size)
                .param("version", version)
                .query(LimitKey.class)
                .list();
    }

    /** Empty when it lives no more. */
    List<KeptClock> one(LimitKey key) {
        return keyed("SELECT * FROM deadline WHERE " + LIVE + ONE, key)
                .query(ClockRows::clock)
                .list();
    }

    /** Holds it until the transaction ends; empty when somebody else does. */
    List<KeptClock> oneOlderThan(long version, LimitKey key) {
        String sql = "SELECT * FROM deadline WHERE " + LIVE + " AND calendar_version < :version" + ONE
                + " FOR UPDATE SKIP LOCKED";
        return keyed(sql, key).param("version", version).query(ClockRows::clock).list();
    }

    private JdbcClient.StatementSpec after(String sql, @Nullable LimitKey after, int size) {
        JdbcClient.StatementSpec next = after == null
                ? jdbc.sql(sql).params(Map.of("petition", "", "stage", "", "unit", "", "round", 0))
                : keyed(sql, after);
        return next.param("size", size);
    }

    private JdbcClient.StatementSpec keyed(String sql, LimitKey key) {
        return jdbc.sql(sql)
                .param("petition", key.petition())
                .param("stage", key.stage().name())
                .param("unit", key.unit())
                .param("round", key.round());
    }

    /** They have been counted, whether or not that has moved them. */
    void counted(List<KeptClock> clocks, long version) {
        jdbc.sql("""
                UPDATE deadline d SET calendar_version = ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[]) AS c (petition, stage, unit, round)
                WHERE d.petition = c.petition AND d.stage = c.stage AND d.unit = c.unit AND d.round = c.round""")
                .param(version)
                .param(ClockRows.texts(clocks, clock -> clock.limit().petition()))
                .param(ClockRows.texts(clocks, clock -> clock.limit().stage()))
                .param(ClockRows.texts(clocks, clock -> clock.limit().unit()))
                .param(clocks.stream().map(clock -> clock.limit().round()).toArray(Integer[]::new))
                .update();
    }
}
