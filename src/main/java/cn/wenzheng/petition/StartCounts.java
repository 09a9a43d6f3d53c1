package cn.wenzheng.petition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the start pages: where the petitions stand and what a day has brought, each block one statement. */
@Component
class StartCounts {

    private final JdbcClient jdbc;

    StartCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a first answer was; the condition is on a petition's row. */
    enum DayFigure {
        ACCEPTED("refusal_reason IS NULL"),
        REFUSED("refusal_reason IS NOT NULL"),
        KEPT("first_answered_at <= promised_by"),
        BROKEN("first_answered_at > promised_by");

        private final String condition;

        DayFigure(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        private String count() {
            return "count(*) FILTER (WHERE first_answered_at >= :since AND %s) AS %s".formatted(condition, name());
        }
    }

    /** What a day has brought. */
    record Day(long received, Map<DayFigure, Long> answered) {

        long of(DayFigure figure) {
            return answered.getOrDefault(figure, 0L);
        }
    }

    /** @param unit only the petitions in which this unit has a part; null for all */
    Map<PetitionStatus, Long> byState(Collection<PetitionStatus> states, @Nullable String unit) {
        Map<PetitionStatus, Long> counts = new EnumMap<>(PetitionStatus.class);
        jdbc.sql("SELECT status, count(*) AS petitions FROM petition WHERE status = ANY (:states) AND "
                        + StartRows.visible("number") + " GROUP BY status")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("all", unit == null)
                .param("units", new String[] {String.valueOf(unit)})
                .query(row -> {
                    counts.put(PetitionStatus.valueOf(row.getString("status")), row.getLong("petitions"));
                });
        return counts;
    }

    Day day(Instant today) {
        List<String> counts = new ArrayList<>(List.of("count(*) FILTER (WHERE received_at >= :since) AS received"));
        Arrays.stream(DayFigure.values()).map(DayFigure::count).forEach(counts::add);
        return jdbc.sql("SELECT " + String.join(", ", counts)
                        + " FROM petition WHERE received_at >= :since OR first_answered_at >= :since")
                .param("since", Timestamp.from(today))
                .query((row, n) -> {
                    Map<DayFigure, Long> answered = new EnumMap<>(DayFigure.class);
                    for (DayFigure figure : DayFigure.values()) {
                        answered.put(figure, row.getLong(figure.name()));
                    }
                    return new Day(row.getLong("received"), answered);
                })
                .single();
    }
}
