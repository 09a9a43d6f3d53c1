package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a petition that leads a matter in another's place owes to that one: its units' time goes on, it does not begin anew. */
@Component
class TakenOver {

    private final JdbcClient jdbc;

    TakenOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Since when units have the work in hand.
     *
     * @param from the petition that led before; null when the work begins with this one
     * @param units since when each unit had its part then
     */
    record Since(String petition, @Nullable String from, Map<String, Instant> units, Instant now) {

        Instant of(String unit) {
            return units.getOrDefault(unit, now);
        }

        Instant earliest() {
            return units.values().stream().min(Instant::compareTo).orElse(now);
        }

        void carryOn(ClockLedger ledger, ClockLedger.Move move) {
            if (from != null) {
                ledger.carryOn(from, petition, move);
            }
        }
    }

    /** Only the first dispatch after the change goes on with the other's work: after it there is nothing left to take over. */
    Since since(Petition petition, Instant now) {
        String from = petition.matter == null ? null : leadBefore(petition);
        return new Since(petition.number, from, from == null ? Map.of() : unitsOf(from), now);
    }

    private @Nullable String leadBefore(Petition petition) {
        return jdbc.sql("""
                        UPDATE matter SET previous_lead = NULL
                        FROM (SELECT number AS which, previous_lead AS before FROM matter WHERE number = ?) held
                        WHERE number = held.which AND lead = ? AND previous_lead IS NOT NULL RETURNING held.before""")
                .params(petition.matter, petition.number)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Map<String, Instant> unitsOf(String from) {
        Map<String, Instant> units = new HashMap<>();
        jdbc.sql("SELECT unit, assigned_at FROM assignment WHERE petition = ? ORDER BY round")
                .param(from)
                .query(row -> {
                    Timestamp at = row.getTimestamp("assigned_at");
                    units.put(row.getString("unit"), at.toInstant());
                });
        return units;
    }
}
