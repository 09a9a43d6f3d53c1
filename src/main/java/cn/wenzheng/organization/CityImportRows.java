package cn.wenzheng.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of imports of the city. */
@Component
class CityImportRows {

    private static final String ABOUT =
            "SELECT id, kind, file, uploader, uploaded_at, state, applied_at FROM city_import ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CityImportRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps an uploaded table. */
    UUID insert(CityKind kind, String file, byte[] digest, ImportSheet sheet, byte[] foreseen, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO city_import (kind, file, digest, rows, foreseen, uploader, uploaded_at, state)
                        VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, 'PREVIEW') RETURNING id""")
                .params(kind.name(), file, digest, written(sheet), foreseen, by, PersonRows.utc(at))
                .query(UUID.class)
                .single();
    }

    List<CityImport> recent(int most) {
        return jdbc.sql(ABOUT + "ORDER BY uploaded_at DESC, id LIMIT ?")
                .param(most)
                .query(CityImportRows::toImport)
                .list();
    }

    Optional<CityImport> one(UUID id) {
        return jdbc.sql(ABOUT + "WHERE id = ?")
                .param(id)
                .query(CityImportRows::toImport)
                .optional();
    }

    ImportSheet sheet(UUID id) {
        return jdbc.sql("SELECT rows FROM city_import WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row.getString("rows")))
                .single();
    }

    byte[] foreseen(UUID id) {
        return jdbc.sql("SELECT foreseen FROM city_import WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("foreseen"))
                .single();
    }

    void setForeseen(UUID id, byte[] foreseen) {
        jdbc.sql("UPDATE city_import SET foreseen = ? WHERE id = ?")
                .params(foreseen, id)
                .update();
    }

    /** Marks it as in; its rows, which name people, are not kept longer than they are needed. */
    void applied(UUID id, String by, Instant at) {
        jdbc.sql("""
                        UPDATE city_import SET state = 'APPLIED', applied_by = ?, applied_at = ?, rows = '{}'
                        WHERE id = ?""").params(by, PersonRows.utc(at), id).update();
    }

    private String written(ImportSheet sheet) {
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cells are texts", impossible);
        }
    }

    private ImportSheet read(String written) {
        try {
            return json.readValue(written, ImportSheet.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cells are texts", impossible);
        }
    }

    private static CityImport toImport(ResultSet row, int n) throws SQLException {
        return new CityImport(
                row.getObject("id", UUID.class),
                CityKind.valueOf(row.getString("kind")),
                row.getString("file"),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                CityImport.State.valueOf(row.getString("state")),
                UnitRows.instant(row.getTimestamp("applied_at")));
    }
}
