package cn.wenzheng.assessment;

import cn.wenzheng.access.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the start page; each is the number of lines in the list it leads to. */
@Component
class FactFigures {

    private final JdbcClient jdbc;

    FactFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest facts and how many there are. */
    record Glance(List<FactRows.Breach> breaches, long total) {}

    /**
     * What a unit was late by, all its facts together.
     *
     * @param minutes by which limits were missed, whatever rungs followed; one that still runs counts until now
     * @param units how many units there are in all
     */
    record LateUnit(String unit, long facts, long minutes, long units) {}

    /** The facts since then that count, in one statement. */
    Glance glance(Instant since, Window window) {
        long[] total = {0};
        List<FactRows.Breach> breaches = jdbc.sql("""
                        SELECT f.*, count(*) OVER () AS total FROM assessment_fact f WHERE f.at >= ? AND""" + FactRows.COUNTS + """
                        ORDER BY f.at DESC, f.id LIMIT ? OFFSET ?""")
                .params(Timestamp.from(since), window.size(), window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return FactRows.breach(row, n);
                })
                .list();
        return new Glance(breaches, total[0]);
    }

    /** The units with such facts since then, those with the most minutes first. */
    List<LateUnit> lateUnits(Instant since, Instant now, Window window) {
        return jdbc.sql("""
                        SELECT f.unit, count(*) AS facts, count(*) OVER () AS units,
                               floor(coalesce(sum(greatest(0, extract(epoch FROM
                                                  coalesce(d.ended_at, :now) - greatest(f.at, d.due_at))))
                                              FILTER (WHERE f.rule IN ('OVERDUE', 'NOT_SIGNED')), 0) / 60) AS minutes
                        FROM assessment_fact f LEFT JOIN deadline d USING (petition, stage, unit, round)
                        WHERE f.at >= :since AND""" + FactRows.COUNTS + """
                        GROUP BY f.unit ORDER BY minutes DESC, f.unit LIMIT :size OFFSET :offset""")
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .param("size", window.size())
                .param("offset", window.offset())
                .query(LateUnit.class)
                .list();
    }
}
