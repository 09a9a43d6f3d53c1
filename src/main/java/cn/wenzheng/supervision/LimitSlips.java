package cn.wenzheng.supervision;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The slips of one limit, rung by rung; the table's unique key keeps each of them the only one. */
@Component
class LimitSlips {

    private static final String OF_LIMIT =
            " petition = :petition AND unit = :unit AND stage = :stage AND round = :round AND undone_at IS NULL ";

    private static final String IN_TERM =
            " WHERE state = 'OPEN' AND ended_at IS NULL AND due_at > ?" + " AND NOT climbs AND rule <> 'NEAR_EXPIRY' ";

    private final JdbcClient jdbc;
    private final SlipRows rows;

    LimitSlips(JdbcClient jdbc, SlipRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** False when this limit has been on this rung or on a higher one already; nothing is written then. */
    boolean open(String id, Limit limit, SlipRule rule, Rung rung, Instant at, Instant due) {
        return ofLimit("""
                        INSERT INTO supervision_slip (id, petition, unit, stage, round, rule, rung, state, limit_due_at,
                            opened_at, due_at)
                        SELECT :id, :petition, :unit, :stage, :round, :rule, :rung, 'OPEN', :limitDue, :at, :due
                        WHERE NOT EXISTS (SELECT 1 FROM supervision_slip WHERE""" + OF_LIMIT + """
                                          AND rung = ANY (:above))
                        ON CONFLICT (petition, unit, stage, round, rung) WHERE undone_at IS NULL DO NOTHING""", limit)
                        .param("id", id)
                        .param("rule", rule.name())
                        .param("rung", rung.name())
                        .param("limitDue", Timestamp.from(limit.dueAt()))
                        .param("at", Timestamp.from(at))
                        .param("due", Timestamp.from(due))
                        .param("above", rung.allAbove().stream().map(Rung::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /**
     * The holders of running limits whose half is used up, each the first time only; one statement, because so many
     * timers ask for nothing else.
     */
    List<String> urge(String petition, Stage stage, Instant at) {
        return jdbc.sql("""
                        INSERT INTO limit_urge (petition, unit, stage, round, at)
                        SELECT DISTINCT ON (unit) petition, unit, stage, round, ? FROM deadline
                        WHERE petition = ? AND stage = ? AND ended_at IS NULL AND urge_at <= ?
                        ORDER BY unit, round DESC
                        ON CONFLICT DO NOTHING RETURNING unit""")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        petition,
                        stage.name(),
                        SlipTerms.reachedBy(at).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec ofLimit(String sql, Limit limit) {
        return jdbc.sql(sql)
                .param("petition", limit.petition())
                .param("unit", limit.unit())
                .param("stage", limit.stage().name())
                .param("round", limit.round());
    }

    /** The limit's slips that nobody has undone, kept from others until the transaction ends. */
    List<Slip> lockedOf(Limit limit) {
        return ofLimit("SELECT * FROM supervision_slip WHERE" + OF_LIMIT + "ORDER BY id FOR UPDATE", limit)
                .query(rows::slip)
                .list();
    }

    /** Those of them that still wait. */
    List<Slip> lockedOpenOf(Limit limit) {
        return ofLimit(
                        "SELECT * FROM supervision_slip WHERE" + OF_LIMIT
                                + "AND ended_at IS NULL ORDER BY id FOR UPDATE",
                        limit)
                .query(rows::slip)
                .list();
    }

    /** The petition's open warnings that are none any more: the step was done in time, or its limit has moved away. */
    List<Slip> lockedMet(String petition, Instant now) {
        return jdbc.sql("""
                        SELECT slip.* FROM supervision_slip slip JOIN deadline USING (petition, stage, unit, round)
                        WHERE slip.petition = ? AND slip.ended_at IS NULL AND slip.rung = 'BLUE'
                          AND (deadline.ended_at <= deadline.due_at
                               OR deadline.ended_at IS NULL AND slip.rule = 'NEAR_EXPIRY' AND deadline.remind_at > ?)
                        ORDER BY slip.id FOR UPDATE OF slip""")
                .params(petition, Timestamp.from(now))
                .query(rows::slip)
                .list();
    }

    /** The open warnings about limits of these petitions, kept from others until the transaction ends. */
    List<Slip> lockedWarningsOf(Collection<String> petitions) {
        return jdbc.sql("""
                        SELECT * FROM supervision_slip WHERE petition = ANY (?) AND ended_at IS NULL
                          AND rung = 'BLUE' AND rule = 'NEAR_EXPIRY' ORDER BY id FOR UPDATE""")
                .param(petitions.toArray(String[]::new))
                .query(rows::slip)
                .list();
    }

    /** The next open slips with a term of their own that has not run out. */
    List<Slip> terms(@Nullable String after, int size, Instant now) {
        return jdbc.sql("SELECT * FROM supervision_slip" + IN_TERM + "AND id > ? ORDER BY id LIMIT ?")
                .params(Timestamp.from(now), after == null ? "" : after, size)
                .query(rows::slip)
                .list();
    }

    /** All of them, kept from others until the transaction ends. */
    List<Slip> lockedTerms(Instant now) {
        return jdbc.sql("SELECT * FROM supervision_slip" + IN_TERM + "ORDER BY id FOR UPDATE")
                .param(Timestamp.from(now))
                .query(rows::slip)
                .list();
    }

    void move(Slip slip) {
        jdbc.sql("UPDATE supervision_slip SET limit_due_at = ?, due_at = ? WHERE id = ?")
                .params(Timestamp.from(slip.limitDueAt()), Timestamp.from(slip.dueAt()), slip.id())
                .update();
    }

    void undo(String id, Instant at) {
        jdbc.sql("UPDATE supervision_slip SET undone_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }
}
