package cn.wenzheng.supervision;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
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

    /** True for a slip from before each rung had its own: its process raises it in place. */
    boolean climbs(String id) {
        return jdbc.sql("SELECT climbs FROM supervision_slip WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** True when a supervisor has the next rung follow without a report. */
    boolean isRaised(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM slip_entry WHERE slip = ? AND act = 'RAISED')")
                .param(id)
                .query(Boolean.class)
                .single();
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
