package cn.wenzheng.process;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The petitions whose process is to begin in a moment. */
@Component
class BeginningRows {

    private final JdbcClient jdbc;

    BeginningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<String> petitions) {
        jdbc.sql("INSERT INTO petition_to_begin SELECT unnest(?::text[])")
                .param(petitions.toArray(String[]::new))
                .update();
    }

    boolean has(String petition) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM petition_to_begin WHERE petition = ?)")
                .param(petition)
                .query(Boolean.class)
                .single();
    }

    /** Takes the oldest away that no other node has in its hands; they come back when the transaction does not end well. */
    List<String> take(int most) {
        return jdbc.sql("""
                DELETE FROM petition_to_begin WHERE petition IN (
                    SELECT petition FROM petition_to_begin ORDER BY petition LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING petition""").param(most).query(String.class).list().stream()
                .sorted()
                .toList();
    }
}
