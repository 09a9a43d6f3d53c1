package cn.wenzheng.supervision;

import cn.wenzheng.access.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read side: slips with their record. */
@Component
class SlipList {

    private static final String CHOSEN = """
            FROM supervision_slip
            WHERE (:petition::text IS NULL OR petition = :petition)
              AND (:unit::text IS NULL OR unit = :unit)
              AND (:open::boolean IS NULL OR (ended_at IS NULL) = :open)
              AND (:rung::text IS NULL OR rung = :rung)
            """;

    private final JdbcClient jdbc;
    private final SlipRows rows;

    SlipList(JdbcClient jdbc, SlipRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Which slips are asked for; null narrows nothing. */
    record Choice(
            @Nullable String petition,
            @Nullable String unit,
            @Nullable Boolean open,
            @Nullable String rung) {}

    /**
     * The most urgent open slips, without their record.
     *
     * @param reported how many of all wait to be examined
     */
    record Glance(List<Slip> slips, long total, long reported) {}

    private record EntryOfSlip(String slip, Slip.Entry entry) {}

    long count(Choice choice) {
        return jdbc.sql("SELECT count(*) " + CHOSEN)
                .paramSource(choice)
                .query(Long.class)
                .single();
    }

    List<Slip> page(Choice choice, Window window) {
        List<Slip> slips = jdbc.sql("SELECT * " + CHOSEN
                        + "ORDER BY ended_at DESC NULLS FIRST, due_at, id LIMIT %d OFFSET %d"
                                .formatted(window.size(), window.offset()))
                .paramSource(choice)
                .query(rows::slip)
                .list();
        Map<String, List<Slip.Entry>> records =
                records(slips.stream().map(Slip::id).toList());
        return slips.stream()
                .map(slip -> slip.with(records.getOrDefault(slip.id(), List.of())))
                .toList();
    }

    /**
     * One slip with its record.
     *
     * @param unit whose slip it has to be; null for any
     */
    Optional<Slip> one(String id, @Nullable String unit) {
        return jdbc.sql("SELECT * FROM supervision_slip WHERE id = :id AND (:unit::text IS NULL OR unit = :unit)")
                .param("id", id)
                .param("unit", unit)
                .query(rows::slip)
                .optional()
                .map(slip -> slip.with(records(List.of(id)).getOrDefault(id, List.of())));
    }

    /**
     * The open slips at a glance, in one statement.
     *
     * @param unit only this unit's; null for all
     * @param state only those in this state; null for any
     */
    Glance glance(@Nullable String unit, @Nullable SlipState state, Window window) {
        long[] counts = {0, 0};
        List<Slip> slips = jdbc.sql("""
                        SELECT *, count(*) OVER () AS total,
                               count(*) FILTER (WHERE state = 'REPORTED') OVER () AS reported FROM supervision_slip
                        WHERE ended_at IS NULL AND (:unit::text IS NULL OR unit = :unit)
                          AND (:state::text IS NULL OR state = :state)
                        ORDER BY due_at, id LIMIT :size OFFSET :offset""")
                .param("unit", unit)
                .param("state", state == null ? null : state.name())
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> {
                    counts[0] = row.getLong("total");
                    counts[1] = row.getLong("reported");
                    return rows.slip(row, n);
                })
                .list();
        return new Glance(slips, counts[0], counts[1]);
    }

    private Map<String, List<Slip.Entry>> records(Collection<String> slips) {
        return jdbc
                .sql("SELECT * FROM slip_entry WHERE slip = ANY (?) ORDER BY id")
                .param(slips.toArray(String[]::new))
                .query((row, n) -> new EntryOfSlip(row.getString("slip"), entry(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        EntryOfSlip::slip, Collectors.mapping(EntryOfSlip::entry, Collectors.toList())));
    }

    private static Slip.Entry entry(ResultSet row) throws SQLException {
        return new Slip.Entry(
                row.getTimestamp("at").toInstant(),
                SlipAct.valueOf(row.getString("act")),
                row.getString("person"),
                Rung.valueOf(row.getString("rung")),
                row.getString("text"));
    }
}
