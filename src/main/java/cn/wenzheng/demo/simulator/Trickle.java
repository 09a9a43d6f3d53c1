package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo city's own citizens: they speak on all platforms, more by day than by night, once somebody lets them. */
@Simulated("simulatedTrickle")
class Trickle extends OneHand {

    /** The most that a demo can want; measurements are made otherwise. */
    static final int MOST_PER_HOUR = 3600;

    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Of a hundred petitions of a day so many come in each hour, from midnight on. */
    private static final int[] DAY = {1, 1, 1, 1, 1, 1, 2, 4, 6, 8, 8, 6, 5, 5, 6, 7, 7, 6, 5, 5, 5, 4, 3, 2};

    private static final double EVEN = 100.0 / DAY.length;

    private final JdbcClient jdbc;
    private final SimulatorDesk desk;
    private final Characters characters;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Trickle(
            JdbcClient jdbc,
            SimulatorDesk desk,
            Characters characters,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        super("simulated-citizens", LOOK);
        this.jdbc = jdbc;
        this.desk = desk;
        this.characters = characters;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    int perHour() {
        return jdbc.sql("SELECT per_hour FROM simulated_trickle")
                .query(Integer.class)
                .single();
    }

    /** Lets so many speak in an hour of an even day; none switches it off. */
    int set(@Nullable Integer perHour, Actor actor) {
        SimulatorDesk.mayRunTheDemo(actor);
        if (perHour == null || perHour < 0 || perHour > MOST_PER_HOUR) {
            throw Refusal.invalid("perHour", "trickle-per-hour", MOST_PER_HOUR);
        }
        transaction.executeWithoutResult(status -> {
            int before = perHour();
            jdbc.sql("UPDATE simulated_trickle SET per_hour = ?, next_at = ?")
                    .params(perHour, Posts.utc(clock.instant()))
                    .update();
            journal.done(actor, "simulator-trickle-set", null, Map.of("perHour", before), Map.of("perHour", perHour));
        });
        call();
        return perHour;
    }

    @Override
    protected boolean step() {
        Optional<Long> turn = turn();
        turn.map(characters::next).ifPresent(next -> desk.said(next.platform(), next.saying()));
        return turn.isPresent();
    }

    /** The number of the next citizen, for this node alone; the one after him comes later. */
    private Optional<Long> turn() {
        Instant now = clock.instant();
        return transaction.execute(status -> jdbc.sql("""
                SELECT per_hour, told FROM simulated_trickle WHERE per_hour > 0 AND next_at <= ?
                FOR UPDATE SKIP LOCKED""")
                .param(Posts.utc(now))
                .query((row, number) -> {
                    long told = row.getLong("told") + 1;
                    Duration wait = pause(
                            row.getInt("per_hour"), now.atZone(WeiboWords.CITY).getHour(), told);
                    jdbc.sql("UPDATE simulated_trickle SET told = ?, next_at = ?")
                            .params(told, Posts.utc(now.plus(wait)))
                            .update();
                    return told;
                })
                .optional());
    }

    /** Until the next citizen: by the hour of the day, and never quite the same. */
    static Duration pause(int perHour, int hour, long number) {
        double even = 3_600_000.0 / perHour * EVEN / DAY[hour];
        double jitter = 0.5 + Math.floorMod(number * 37, 101L) / 100.0;
        return Duration.ofMillis(Math.max(1, (long) (even * jitter)));
    }
}
