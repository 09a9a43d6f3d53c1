package cn.wenzheng.supervision;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The write side of the tables of slips and of what was done to them. */
@Component
class SlipRows {

    private static final String OF_LIMIT =
            " petition = :petition AND unit = :unit AND stage = :stage AND round = :round AND undone_at IS NULL ";

    private final JdbcClient jdbc;
    private final OrganizationDesk organization;

    SlipRows(JdbcClient jdbc, OrganizationDesk organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    /** DB (督办), the day in the city, and six or more digits that only grow. */
    String nextNumber(LocalDate day) {
        long next = jdbc.sql("SELECT nextval('slip_number')").query(Long.class).single();
        return "DB-%s-%06d".formatted(day.toString().replace("-", ""), next);
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

    /** True the first time the holder of this limit is urged. */
    boolean urge(Limit limit, Instant at) {
        return ofLimit("""
                        INSERT INTO limit_urge (petition, unit, stage, round, at)
                        VALUES (:petition, :unit, :stage, :round, :at) ON CONFLICT DO NOTHING""", limit).param("at", Timestamp.from(at)).update() == 1;
    }

    private JdbcClient.StatementSpec ofLimit(String sql, Limit limit) {
        return jdbc.sql(sql)
                .param("petition", limit.petition())
                .param("unit", limit.unit())
                .param("stage", limit.stage().name())
                .param("round", limit.round());
    }

    void add(String slip, Slip.Entry entry) {
        jdbc.sql("INSERT INTO slip_entry (slip, at, act, person, rung, text) VALUES (?, ?, ?, ?, ?, ?)")
                .params(slip, Timestamp.from(entry.at()), entry.act().name(), entry.by())
                .params(entry.rung().name(), entry.text())
                .update();
    }

    /** The slip without its record, kept from others until the transaction ends. */
    Slip locked(String id) {
        return jdbc.sql("SELECT * FROM supervision_slip WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::slip)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The petition's slips that are neither lifted nor ruled on, kept from others until the transaction ends. */
    List<Slip> lockedOpenOf(String petition) {
        return jdbc.sql("SELECT * FROM supervision_slip WHERE petition = ? AND ended_at IS NULL FOR UPDATE")
                .param(petition)
                .query(this::slip)
                .list();
    }

    /** The limit's slips that nobody has undone, kept from others until the transaction ends. */
    List<Slip> lockedOf(Limit limit) {
        return ofLimit("SELECT * FROM supervision_slip WHERE" + OF_LIMIT + "ORDER BY id FOR UPDATE", limit)
                .query(this::slip)
                .list();
    }

    /** Those of them that still wait. */
    List<Slip> lockedOpenOf(Limit limit) {
        return ofLimit(
                        "SELECT * FROM supervision_slip WHERE" + OF_LIMIT
                                + "AND ended_at IS NULL ORDER BY id FOR UPDATE",
                        limit)
                .query(this::slip)
                .list();
    }

    /** The petition's open warnings whose step was done in time, kept from others until the transaction ends. */
    List<Slip> lockedMet(String petition) {
        return jdbc.sql("""
                        SELECT slip.* FROM supervision_slip slip JOIN deadline USING (petition, stage, unit, round)
                        WHERE slip.petition = ? AND slip.ended_at IS NULL AND slip.rung = 'BLUE'
                          AND deadline.ended_at <= deadline.due_at
                        ORDER BY slip.id FOR UPDATE OF slip""").param(petition).query(this::slip).list();
    }

    /** True for a slip from before each rung had its own: its process raises it in place. */
    boolean climbs(String id) {
        return jdbc.sql("SELECT climbs FROM supervision_slip WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void undo(String id, Instant at) {
        jdbc.sql("UPDATE supervision_slip SET undone_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    Instant dueOf(String id) {
        return jdbc.sql("SELECT due_at FROM supervision_slip WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getTimestamp("due_at").toInstant())
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    void update(String id, Rung rung, SlipState state, Instant due, @Nullable Instant endedAt) {
        jdbc.sql("UPDATE supervision_slip SET rung = ?, state = ?, due_at = ?, ended_at = ? WHERE id = ?")
                .params(rung.name(), state.name(), Timestamp.from(due))
                .params(endedAt == null ? null : Timestamp.from(endedAt), id)
                .update();
    }

    Slip slip(ResultSet row, int n) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Slip(
                row.getString("id"),
                row.getString("petition"),
                row.getString("unit"),
                organization.unitName(row.getString("unit")),
                Stage.valueOf(row.getString("stage")),
                row.getInt("round"),
                SlipRule.valueOf(row.getString("rule")),
                Rung.valueOf(row.getString("rung")),
                SlipState.valueOf(row.getString("state")),
                row.getTimestamp("limit_due_at").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                List.of());
    }
}
