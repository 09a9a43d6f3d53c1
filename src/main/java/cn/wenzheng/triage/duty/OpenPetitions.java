package cn.wenzheng.triage.duty;

import java.util.Collection;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The petitions that are not over yet, by what they are about. */
@Component
class OpenPetitions {

    /** So many texts are in memory at a time. */
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    OpenPetitions(DataSource dataSource) {
        JdbcTemplate inPieces = new JdbcTemplate(dataSource);
        inPieces.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(inPieces);
    }

    /**
     * An open petition; its words are read for the place they name and go no further.
     *
     * @param leaf the topic it was accepted for, or the one that is proposed
     * @param unit the unit that has it
     */
    record Open(
            String number,
            String leaf,
            @Nullable String unit,
            @Nullable String address,
            @Nullable String title,
            String text) {}

    /**
     * Hands over the petitions about the topics, the oldest first, without keeping them all in memory: the database hands
     * over pieces only within a transaction.
     */
    @Transactional(readOnly = true)
    public void about(Collection<String> leaves, Consumer<Open> reader) {
        RowCallbackHandler handOver = row -> reader.accept(new Open(
                row.getString("number"),
                row.getString("leaf"),
                row.getString("unit"),
                row.getString("address"),
                row.getString("title"),
                row.getString("text")));
        jdbc.sql("""
                        SELECT p.number, coalesce(p.category, p.suggested_category) AS leaf, c.address, c.title,
                            CASE WHEN p.awaits_matter THEN unit_of_matter(p.matter) ELSE p.lead_unit END AS unit,
                            c.text
                        FROM petition p JOIN petition_content c ON c.petition = p.number
                        WHERE p.status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
                            AND coalesce(p.category, p.suggested_category) = ANY (:leaves)
                        ORDER BY p.received_at, p.number""").param("leaves", leaves.toArray(String[]::new)).query(handOver);
    }
}
