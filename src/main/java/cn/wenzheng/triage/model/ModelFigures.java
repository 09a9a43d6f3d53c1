package cn.wenzheng.triage.model;

import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.model.Figures.Field;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts decisions by what had been suggested; three statements for all figures, whatever was decided. */
@Component
class ModelFigures {

    /** Below it a suggestion is no more than a guess. */
    static final double SURE = 0.6;

    private static final int WEEKS = 12;

    static final int DAYS = 28;

    private final JdbcClient jdbc;
    private final OrganizationDesk organization;
    private final Clock clock;

    ModelFigures(JdbcClient jdbc, OrganizationDesk organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    private record Pair(String decided, String suggested, long count) {}

    Figures figures() {
        LocalDate since = LocalDate.now(clock).minusDays(DAYS);
        return new Figures(since, matrix(since), units(since), weeks());
    }

    private Figures.Matrix matrix(LocalDate since) {
        TreeLabels tree = new TreeLabels(organization.categories());
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        TreeSet<String> codes = new TreeSet<>();
        for (Pair pair : pairs(since)) {
            String decided = tree.fieldOf(pair.decided());
            String suggested = tree.fieldOf(pair.suggested());
            codes.addAll(List.of(decided, suggested));
            counts.computeIfAbsent(decided, row -> new TreeMap<>()).merge(suggested, pair.count(), Long::sum);
        }
        List<Field> fields = codes.stream().map(this::field).toList();
        return new Figures.Matrix(fields, counts);
    }

    private Field field(String code) {
        return new Field(code, organization.category(code).map(Category::name).orElse(code));
    }

    private List<Pair> pairs(LocalDate since) {
        return jdbc.sql("""
                SELECT category AS decided, suggested, count(*) AS count FROM learning_example
                WHERE decided_at >= ? AND suggested IS NOT NULL AND by_person GROUP BY category, suggested""").param(beginning(since)).query(Pair.class).list();
    }

    private List<Figures.OfUnit> units(LocalDate since) {
        return jdbc.sql("""
                SELECT unit, sum(decided) AS decided, sum(hits) AS hits, sum(back) AS back FROM (
                    SELECT unit, 1 AS decided, (suggested = category)::integer AS hits, 0 AS back
                    FROM learning_example WHERE decided_at >= :since AND unit IS NOT NULL AND suggested IS NOT NULL AND by_person
                    UNION ALL
                    SELECT returned_by, 0, 0, 1
                    FROM learning_example WHERE decided_at >= :since AND returned_by IS NOT NULL AND suggested IS NOT NULL AND by_person
                ) AS given GROUP BY unit ORDER BY decided DESC, unit LIMIT :most""")
                .param("since", beginning(since))
                .param("most", Window.MOST)
                .query((row, n) -> new Figures.OfUnit(
                        row.getString("unit"),
                        organization.unitName(row.getString("unit")),
                        row.getLong("decided"),
                        row.getLong("hits"),
                        row.getLong("back")))
                .list();
    }

    private List<Figures.Week> weeks() {
        return jdbc.sql("""
                SELECT date_trunc('week', decided_at AT TIME ZONE :zone)::date AS monday, count(*) AS decided,
                    count(*) FILTER (WHERE suggested <> category) AS corrected,
                    count(*) FILTER (WHERE certainty < :sure) AS unsure, avg(strange) AS strange
                FROM learning_example WHERE decided_at >= :since AND suggested IS NOT NULL AND by_person
                GROUP BY monday ORDER BY monday DESC""")
                .param("zone", clock.getZone().getId())
                .param("sure", SURE)
                .param("since", beginning(mondayOf(LocalDate.now(clock)).minusWeeks(WEEKS - 1L)))
                .query((row, n) -> new Figures.Week(
                        row.getObject("monday", LocalDate.class),
                        row.getLong("decided"),
                        row.getLong("corrected"),
                        row.getLong("unsure"),
                        row.getObject("strange", Double.class)))
                .list();
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
