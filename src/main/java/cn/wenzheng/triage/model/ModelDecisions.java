package cn.wenzheng.triage.model;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.OrganizationDesk;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the decisions that a figure has counted, newest first. */
@Component
class ModelDecisions {

    private final JdbcClient jdbc;
    private final OrganizationDesk organization;
    private final Clock clock;

    ModelDecisions(JdbcClient jdbc, OrganizationDesk organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    List<Decision> decisions(DecisionFilter filter, Window window) {
        Narrowed narrowed = narrowed(filter);
        return jdbc.sql(
                        "SELECT petition, category, suggested, certainty, unit, returned_by, decided_at FROM learning_example"
                                + narrowed.where() + " ORDER BY decided_at DESC, petition LIMIT ? OFFSET ?")
                .params(narrowed.parameters())
                .params(window.size(), window.offset())
                .query((row, n) -> new Decision(
                        row.getString("petition"),
                        row.getString("category"),
                        row.getString("suggested"),
                        row.getObject("certainty", Double.class),
                        row.getString("unit"),
                        row.getString("returned_by"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    long count(DecisionFilter filter) {
        Narrowed narrowed = narrowed(filter);
        return jdbc.sql("SELECT count(*) FROM learning_example" + narrowed.where())
                .params(narrowed.parameters())
                .query(Long.class)
                .single();
    }

    private record Narrowed(List<String> conditions, List<Object> parameters) {

        Narrowed and(@Nullable Object given, String condition, Object... values) {
            if (given != null) {
                conditions.add(condition);
                parameters.addAll(List.of(values));
            }
            return this;
        }

        String where() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    private Narrowed narrowed(DecisionFilter filter) {
        LocalDate monday = filter.week() == null ? LocalDate.EPOCH : ModelFigures.mondayOf(filter.week());
        return new Narrowed(new ArrayList<>(), new ArrayList<>())
                .and(true, "by_person AND suggested IS NOT NULL")
                .and(filter.decided(), "category = ANY (?)", (Object) branch(filter.decided()))
                .and(filter.suggested(), "suggested = ANY (?)", (Object) branch(filter.suggested()))
                .and(filter.unit(), "unit = ?", String.valueOf(filter.unit()))
                .and(
                        filter.week(),
                        "decided_at >= ? AND decided_at < ?",
                        beginning(monday),
                        beginning(monday.plusWeeks(1)))
                .and(
                        filter.week() == null ? true : null,
                        "decided_at >= ?",
                        beginning(LocalDate.now(clock).minusDays(ModelFigures.DAYS)))
                .and(
                        filter.corrected(),
                        Boolean.TRUE.equals(filter.corrected()) ? "suggested <> category" : "suggested = category")
                .and(
                        filter.unsure(),
                        Boolean.TRUE.equals(filter.unsure())
                                ? "certainty < " + ModelFigures.SURE
                                : "certainty >= " + ModelFigures.SURE)
                .and(filter.returnedBy(), "returned_by = ?", String.valueOf(filter.returnedBy()));
    }

    private String[] branch(@Nullable String code) {
        return organization.categoriesWithin(code).toArray(String[]::new);
    }

    private Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
