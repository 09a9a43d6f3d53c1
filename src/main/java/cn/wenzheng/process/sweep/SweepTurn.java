package cn.wenzheng.process.sweep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One turn a minute for all nodes together, by the database's clock. */
@Component
class SweepTurn {

    private final JdbcClient jdbc;

    SweepTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True for the node that asks first after a minute; a sweep that is cut off is made up for by the next one. */
    boolean taken() {
        return jdbc.sql("""
                        UPDATE timer_sweep SET next_at = clock_timestamp() + interval '1 minute'
                        WHERE next_at <= clock_timestamp()""").update() == 1;
    }
}
