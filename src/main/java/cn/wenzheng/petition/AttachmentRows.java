package cn.wenzheng.petition;

import cn.wenzheng.petition.attachment.AttachmentType;
import cn.wenzheng.petition.attachment.CleanedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of attachments; the bytes stand elsewhere. */
@Component
class AttachmentRows {

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row.
     *
     * @param largeObject null when the bytes stand in the folder
     */
    record Row(
            UUID id,
            String petition,
            AttachmentType type,
            long size,
            @Nullable String label,
            String person,
            @Nullable String unit,
            boolean forCitizen,
            Instant at,
            @Nullable Long largeObject) {

        boolean isCitizens() {
            return unit == null;
        }
    }

    /** The petition's attachments, the oldest first. */
    List<Row> of(String petition) {
        return jdbc.sql("SELECT * FROM attachment WHERE petition = ? ORDER BY at, id")
                .param(petition)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<Row> one(String petition, UUID id) {
        return jdbc.sql("SELECT * FROM attachment WHERE id = ? AND petition = ?")
                .params(id, petition)
                .query((row, n) -> row(row))
                .optional();
    }

    /** How many the citizen, or else the staff, has attached; who counts first makes the next one wait. */
    int count(String petition, boolean citizens) {
        jdbc.sql("SELECT number FROM petition WHERE number = ? FOR UPDATE")
                .param(petition)
                .query(String.class)
                .single();
        return jdbc.sql("SELECT count(*) FROM attachment WHERE petition = ? AND (unit IS NULL) = ?")
                .params(petition, citizens)
                .query(Integer.class)
                .single();
    }

    void insert(Row row, CleanedFile file) {
        jdbc.sql("""
                INSERT INTO attachment (id, petition, type, size, digest, label, person, unit, for_citizen, at, large_object)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.id,
                        row.petition,
                        row.type.name(),
                        row.size,
                        file.digest(),
                        row.label,
                        row.person,
                        row.unit,
                        row.forCitizen,
                        Timestamp.from(row.at),
                        row.largeObject)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        long largeObject = row.getLong("large_object");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("petition"),
                AttachmentType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("label"),
                row.getString("person"),
                row.getString("unit"),
                row.getBoolean("for_citizen"),
                row.getTimestamp("at").toInstant(),
                largeObject == 0 ? null : largeObject);
    }
}
