package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far edits have come, written by whoever holds their rows. */
@Component
class EditProgress {

    private final JdbcClient jdbc;
    private final WrittenEdits written;

    EditProgress(JdbcClient jdbc, WrittenEdits written) {
        this.jdbc = jdbc;
        this.written = written;
    }

    /** Begins the preview again, beside other calendars. */
    void lookAgain(UUID id, long baseVersion, int total) {
        jdbc.sql("""
                UPDATE calendar_edit SET state = 'PREVIEWING', base_version = ?, total = ?, done = 0, later = 0, earlier = 0, undone = 0,
                    seen = NULL
                WHERE id = ?""").params(baseVersion, total, id).update();
    }

    void progress(UUID id, int done, Tally tally) {
        jdbc.sql("""
                UPDATE calendar_edit SET done = done + ?, later = later + ?, earlier = earlier + ?, undone = undone + ?
                WHERE id = ?""")
                .params(done, tally.later(), tally.earlier(), tally.undone(), id)
                .update();
    }

    void seen(UUID id, LimitKey last) {
        jdbc.sql("UPDATE calendar_edit SET seen = ?::jsonb WHERE id = ?")
                .params(written.write(last), id)
                .update();
    }

    void previewed(UUID id) {
        jdbc.sql("UPDATE calendar_edit SET state = 'PREVIEWED' WHERE id = ?")
                .param(id)
                .update();
    }

    void apply(UUID id, long version, int total) {
        jdbc.sql("""
                UPDATE calendar_edit SET state = 'APPLYING', version = ?, total = ?, done = 0, later = 0, earlier = 0,
                    undone = 0
                WHERE id = ?""").params(version, total, id).update();
    }

    /** The edits up to one are carried out: there is no limit left that calendars older than its have counted. */
    void done(KeptEdit last, Instant at) {
        jdbc.sql("UPDATE calendar_edit SET state = 'DONE', ended_at = ? WHERE state = 'APPLYING' AND version <= ?")
                .params(Timestamp.from(at), last.version())
                .update();
    }

    void discard(UUID id, Instant at) {
        jdbc.sql("UPDATE calendar_edit SET state = 'DISCARDED', ended_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }
}
