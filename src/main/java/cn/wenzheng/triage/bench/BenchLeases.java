package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which petition stands before whom. A tab holds two: the one it shows and the next one.
 *
 * <p>Whether a tab is still there is measured by the database's clock, which all nodes share and which no demo moves.
 */
@Component
class BenchLeases {

    /** What is shown, and what comes after it. */
    static final int HELD = 2;

    private final JdbcClient jdbc;
    private final BenchSettings settings;
    private final Clock clock;

    BenchLeases(JdbcClient jdbc, BenchSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Renews what the tab holds and takes from the top of the queue until it holds enough; what has been decided
     * elsewhere is let go.
     *
     * <p>Two tabs that ask in the same moment pass over each other's rows; where the snapshots cross, the key of the table
     * lets only one of them have the petition. What is being written beside a petition that has just come in locks its key
     * alone, and is no reason to pass it over.
     */
    void fill(Tab tab) {
        statement("""
                WITH gone AS (
                    DELETE FROM bench_lease l USING petition p
                    WHERE l.tab = :tab AND l.operator = :operator AND p.number = l.petition AND p.status <> 'RECEIVED'),
                mine AS (
                    UPDATE bench_lease l SET beat_at = clock_timestamp() FROM petition p
                    WHERE l.tab = :tab AND l.operator = :operator AND p.number = l.petition AND p.status = 'RECEIVED'
                    RETURNING l.petition),
                free AS (
                    SELECT p.number FROM petition p WHERE %s %s
                    LIMIT greatest(:held - (SELECT count(*) FROM mine), 0) FOR NO KEY UPDATE OF p SKIP LOCKED)
                INSERT INTO bench_lease (petition, operator, tab, beat_at)
                SELECT number, :operator, :tab, clock_timestamp() FROM free
                ON CONFLICT (petition) DO UPDATE
                    SET operator = excluded.operator, tab = excluded.tab, beat_at = excluded.beat_at, shown_at = NULL,
                        turn = DEFAULT
                    WHERE bench_lease.beat_at <= clock_timestamp() - make_interval(secs => :lapse)
                """.formatted(Queue.FREE, Queue.ORDER), tab)
                .param("held", HELD)
                .update();
    }

    /**
     * Puts a petition before the operator at once; refused when another tab shows it or when it waits no more. A danger to
     * life is his also when another tab has shown it for too long.
     */
    void take(String petition, Tab tab) {
        int taken = statement("""
                INSERT INTO bench_lease (petition, operator, tab, beat_at, shown_at)
                SELECT number, :operator, :tab, clock_timestamp(), :now FROM petition
                WHERE number = :petition AND status = 'RECEIVED'
                ON CONFLICT (petition) DO UPDATE
                    SET operator = excluded.operator, tab = excluded.tab, beat_at = excluded.beat_at, shown_at = :now
                    WHERE bench_lease.tab = :tab AND bench_lease.operator = :operator OR bench_lease.shown_at IS NULL
                       OR bench_lease.beat_at <= clock_timestamp() - make_interval(secs => :lapse)
                       OR NOT bench_lease.%s
                          AND (SELECT p.urgency FROM petition p WHERE p.number = excluded.petition) = 'LIFE'
                """.formatted(Queue.JUST_SHOWN), tab)
                .param("petition", petition)
                .update();
        if (taken == 0) {
            throw isKnown(petition) ? Refusal.conflict("bench-taken") : Refusal.notFound();
        }
        statement("UPDATE bench_lease SET shown_at = NULL WHERE tab = :tab AND petition <> :petition", tab)
                .param("petition", petition)
                .update();
    }

    private boolean isKnown(String petition) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM petition WHERE number = ?)")
                .param(petition)
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes sure that the tab holds the petition and keeps it so until the transaction ends.
     *
     * @return since when the operator has had it before him
     */
    Instant hold(String petition, Tab tab) {
        return statement("""
                SELECT coalesce(shown_at, :now) FROM bench_lease
                WHERE petition = :petition AND tab = :tab AND operator = :operator AND %s FOR UPDATE
                """.formatted(Queue.ALIVE), tab)
                .param("petition", petition)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElseThrow(() -> Refusal.conflict("bench-lease-gone"));
    }

    void letGo(String petition) {
        jdbc.sql("DELETE FROM bench_lease WHERE petition = ?").param(petition).update();
    }

    /**
     * The petition stands before the operator from now on.
     *
     * @return false when it did already
     */
    boolean shown(String petition) {
        return jdbc.sql("UPDATE bench_lease SET shown_at = ? WHERE petition = ? AND shown_at IS NULL")
                        .params(Timestamp.from(clock.instant()), petition)
                        .update()
                > 0;
    }

    void putOff(String petition, Tab tab) {
        jdbc.sql("""
                INSERT INTO bench_put_off (petition, operator, until) VALUES (?, ?, ?)
                ON CONFLICT (petition, operator) DO UPDATE SET until = excluded.until""")
                .params(petition, tab.operator(), Timestamp.from(clock.instant().plus(settings.putOff())))
                .update();
    }

    /** Takes away what keeps nothing from anybody any more: leases of pages long gone, and what is due again. */
    @Scheduled(cron = "0 40 3 * * *", zone = "${wenzheng.zone}")
    void forgetLapsed() {
        jdbc.sql(
                        "DELETE FROM bench_lease WHERE beat_at <= clock_timestamp() - make_interval(secs => ?) - interval '1 hour'")
                .param(settings.lapse().toSeconds())
                .update();
        jdbc.sql("DELETE FROM bench_put_off WHERE until <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** A statement with the values that say who asks and what is alive. */
    JdbcClient.StatementSpec statement(String sql, Tab tab) {
        return jdbc.sql(sql)
                .param("tab", tab.id())
                .param("operator", tab.operator())
                .param("lapse", settings.lapse().toSeconds())
                .param("now", Timestamp.from(clock.instant()));
    }

    /**
     * One open page of an operator.
     *
     * @param id made by the page
     */
    record Tab(UUID id, String operator) {}
}
