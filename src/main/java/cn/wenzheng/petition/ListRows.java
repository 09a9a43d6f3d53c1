package cn.wenzheng.petition;

import cn.wenzheng.petition.PetitionOrder.Sorting;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of petitions, joined with the running limits of room {@code deadline}; each page is two statements.
 *
 * <p>A page is found by numbers first and only then joined with its words and limits: so what is passed over costs
 * little.
 */
@Component
class ListRows {

    /** From here on the newest with the words are found sooner by going back in time than by the index. */
    private static final int COMMON = 20_000;

    /** How many rows of a whole list are in memory at once. */
    private static final int TOGETHER = 500;

    private static final String ROW = "SELECT p.*, c.title, c.text, c.address, c.redacted_title, c.redacted_text,"
            + " c.redacted_address, d.due, f.earlier, CASE WHEN p.awaits_matter THEN unit_of_matter(p.matter)"
            + " ELSE p.lead_unit END AS unit FROM ";

    private static final String WITH_WORDS_AND_LIMIT = """
             JOIN petition_content c ON c.petition = p.number
            LEFT JOIN LATERAL (SELECT min(due_at) AS due FROM deadline
                               WHERE petition = p.number AND ended_at IS NULL
                                 AND stage NOT IN ('CASE_HANDLING', 'WHOLE')) d ON true
            LEFT JOIN follow_up f ON f.petition = p.number AND f.state <> 'SEPARATE'
            """;

    private static final String WITH_LIMIT = """
             LEFT JOIN (SELECT petition, min(due_at) AS due FROM deadline
                        WHERE ended_at IS NULL AND stage NOT IN ('CASE_HANDLING', 'WHOLE') GROUP BY petition) d
                ON d.petition = p.number
            """;

    private static final String LIFE = Arrays.stream(PetitionStatus.values())
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", "array_position(ARRAY [", "], p.status::text)"));

    private final JdbcClient jdbc;
    private final JdbcClient cursor;
    private final Clock clock;

    ListRows(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(new PlannedAnew(dataSource));
        JdbcTemplate inPortions = new PlannedAnew(dataSource);
        inPortions.setFetchSize(TOGETHER);
        this.cursor = JdbcClient.create(inPortions);
        this.clock = clock;
    }

    ListConditions conditions(PetitionFilter filter, List<String> categories, Reader reader) {
        return ListConditions.of(filter, categories, reader, clock.instant());
    }

    long count(ListConditions conditions) {
        return jdbc.sql("SELECT count(*) " + conditions.found())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    /** One page of a list that has so many rows in all. */
    List<PetitionLine> lines(
            ListConditions conditions, long total, Sorting sorting, Reader reader, int limit, int offset) {
        if (offset >= total) {
            return List.of();
        }
        boolean common = total >= COMMON && conditions.askForWords() && sorting.order() == PetitionOrder.RECEIVED;
        String limits = sorting.order() == PetitionOrder.DUE ? WITH_LIMIT : "";
        String order = orderBy(sorting);
        return jdbc.sql(ROW + "(SELECT p.number "
                        + (common ? conditions.withEveryPetition() : conditions.withPetition(limits)) + order
                        + " LIMIT ? OFFSET ?) page JOIN petition p ON p.number = page.number" + WITH_WORDS_AND_LIMIT
                        + order)
                .params(common ? conditions.parametersForEveryPetition() : conditions.parameters())
                .params(limit, offset)
                .query((row, n) -> LineRow.read(row, reader, clock.instant()))
                .list();
    }

    /** Hands out the whole list, line by line in bounded memory; needs a transaction, as the cursor lives in one. */
    void each(ListConditions conditions, Sorting sorting, Reader reader, PetitionExports.Taker taker)
            throws IOException {
        try (Stream<PetitionLine> all = cursor
                .sql(ROW + "(SELECT p.number " + conditions.withPetition("")
                        + ") page JOIN petition p ON p.number = page.number" + WITH_WORDS_AND_LIMIT + orderBy(sorting))
                .params(conditions.parameters())
                .query((row, n) -> LineRow.read(row, reader, clock.instant()))
                .stream()) {
            for (Iterator<PetitionLine> each = all.iterator(); each.hasNext(); ) {
                taker.take(each.next());
            }
        }
    }

    private static String orderBy(Sorting sorting) {
        String way = sorting.ascending() ? "ASC" : "DESC";
        String newest = ", p.received_at DESC, p.number DESC";
        return " ORDER BY "
                + switch (sorting.order()) {
                    case RECEIVED -> "p.received_at %1$s, p.number %1$s".formatted(way);
                    case NUMBER -> "p.number " + way;
                    case DUE -> "d.due " + way + " NULLS LAST" + newest;
                    case STATUS -> LIFE + " " + way + newest;
                    case UNIT -> "p.lead_unit " + way + " NULLS LAST" + newest;
                };
    }

    boolean exists(String number, Reader reader) {
        ListConditions conditions = ListConditions.readableBy(reader).and(number, "p.number = ?", number);
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM petition p" + conditions.where() + ")")
                .params(conditions.parameters())
                .query(Boolean.class)
                .single();
    }
}
