package cn.wenzheng.petition.matter;

import cn.wenzheng.access.PublicText;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionSheets.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The read side of matters. Who may see the leading petition may see the matter: its words are the leading petition's redacted
 * ones, and of the others it tells how many there are and from where they come.
 */
@Component
public class Matters {

    /** As many places as somebody looks at. */
    private static final int PLACES = 30;

    private static final String LINE = """
            SELECT m.*, p.lead_unit, coalesce(c.redacted_title, left(c.redacted_text, 40)) AS gist,
                   (SELECT count(*) FROM matter_member n WHERE n.matter = m.number AND n.left_at IS NULL) AS members,
                   (SELECT count(*) FROM matter_member n WHERE n.matter = m.number AND n.left_at IS NULL
                                                           AND n.answered_at IS NOT NULL) AS answered
            FROM matter m JOIN petition p ON p.number = m.lead JOIN petition_content c ON c.petition = m.lead
            """;

    private static final String READABLE = """
            WHERE (:all OR EXISTS (SELECT 1 FROM assignment a WHERE a.petition = m.lead AND a.unit = ANY (:units)
                                   AND a.state NOT IN ('RETURNED', 'REASSIGNED')))
            """;

    private static final String OF_STATE = " AND (:state::text IS NULL OR m.state = :state)";

    private final JdbcClient jdbc;
    private final PetitionSheets sheets;

    Matters(JdbcClient jdbc, PetitionSheets sheets) {
        this.jdbc = jdbc;
        this.sheets = sheets;
    }

    /**
     * A matter.
     *
     * @param lead the petition whose tasks are the work on it
     * @param unit that petition's lead unit; null while it has none
     * @param gist the leading petition's title or the beginning of its words, redacted
     * @param members all who belong to it now, the leading petition included
     * @param answered how many of them have their answer
     * @param unhappy how many were not content with it: the flag
     */
    public record Matter(
            String number,
            MatterState state,
            String lead,
            @Nullable String unit,
            String gist,
            int members,
            int answered,
            int unhappy,
            Instant openedAt,
            @Nullable Instant passedAt,
            @Nullable Instant endedAt) {

        public boolean isLedBy(String petition) {
            return lead.equals(petition);
        }
    }

    /** A place and how many of the members speak of it. */
    public record Place(String place, int members) {}

    /**
     * The places of a matter.
     *
     * @param shared those of which two members or more speak
     * @param elsewhere how many members speak of any other place
     */
    public record Places(List<Place> shared, int elsewhere) {}

    /** One page of matters and how many there are in all. */
    public record MatterPage(List<Matter> items, long total) {}

    /** The matters this person may see, the newest first; page from 0. */
    public MatterPage list(@Nullable MatterState state, Actor actor, int page, int size) {
        long total = readable("SELECT count(*) FROM matter m " + READABLE + OF_STATE, actor)
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
        List<Matter> items = readable(
                        LINE + READABLE + OF_STATE
                                + " ORDER BY m.opened_at DESC, m.number DESC LIMIT :size OFFSET :offset",
                        actor)
                .param("state", state == null ? null : state.name())
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Matters::matter)
                .list();
        return new MatterPage(items, total);
    }

    /** One matter; one that the person may not see does not exist for him. */
    public Matter one(String number, Actor actor) {
        return find(number, actor).orElseThrow(Refusal::notFound);
    }

    /** As {@link #one}, for the case sheet of a member, whose reader may see the member and not the matter. */
    public Optional<Matter> find(@Nullable String number, Actor actor) {
        return number == null
                ? Optional.empty()
                : readable(LINE + READABLE + " AND m.number = :number", actor)
                        .param("number", number)
                        .query(Matters::matter)
                        .optional();
    }

    /**
     * From where the members speak, the most frequent place first, without anything that leads to one house; a place of which
     * one alone speaks is only counted. Nothing of those who hide who they are.
     */
    public Places places(String number) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql("""
                        SELECT c.redacted_address AS place, count(*) AS members
                        FROM matter_member m JOIN petition p ON p.number = m.petition
                        JOIN petition_content c ON c.petition = m.petition
                        WHERE m.matter = ? AND m.left_at IS NULL AND NOT p.hide_identity AND c.redacted_address IS NOT NULL
                        GROUP BY c.redacted_address""").param(number).query(row -> {
            found.merge(PublicText.masked(row.getString("place")), row.getInt("members"), Integer::sum);
        });
        List<Place> shared = found.entrySet().stream()
                .filter(place -> place.getValue() > 1)
                .map(place -> new Place(place.getKey(), place.getValue()))
                .sorted(Comparator.comparingInt(Place::members).reversed().thenComparing(Place::place))
                .limit(PLACES)
                .toList();
        int all = found.values().stream().mapToInt(Integer::intValue).sum();
        return new Places(shared, all - shared.stream().mapToInt(Place::members).sum());
    }

    private JdbcClient.StatementSpec readable(String sql, Actor actor) {
        Reach reach = sheets.reach(actor);
        return jdbc.sql(sql)
                .param("all", reach.all())
                .param("units", reach.units().toArray(String[]::new));
    }

    private static Matter matter(ResultSet row, int n) throws SQLException {
        return new Matter(
                row.getString("number"),
                MatterState.valueOf(row.getString("state")),
                row.getString("lead"),
                row.getString("lead_unit"),
                row.getString("gist"),
                row.getInt("members"),
                row.getInt("answered"),
                row.getInt("unhappy"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "passed_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
