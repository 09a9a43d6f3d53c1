package cn.wenzheng.process.sweep;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The limits that run while nobody has a task for them, each noted once; a person has to look after them. */
@Component
class LostTasks {

    private final JdbcClient jdbc;

    LostTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was noted before. */
    boolean note(Astray astray) {
        return jdbc.sql("""
                        INSERT INTO limit_without_task (petition, stage, unit, round, due_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(astray.petition(), astray.stage(), astray.unit(), astray.round())
                        .param(Timestamp.from(astray.wanted()))
                        .update()
                == 1;
    }

    /** Forgets those that have got their task back or have ended. */
    void keepOnly(Collection<Astray> found) {
        List<Astray> lost = found.stream()
                .filter(astray -> astray.what() == Astray.What.TASK_LOST)
                .toList();
        jdbc.sql("""
                DELETE FROM limit_without_task noted
                WHERE NOT EXISTS (
                    SELECT FROM unnest(?::text[], ?::text[], ?::text[], ?::integer[]) AS still (petition, stage, unit, round)
                    WHERE still.petition = noted.petition AND still.stage = noted.stage AND still.unit = noted.unit
                      AND still.round = noted.round)""")
                .param(texts(lost, Astray::petition))
                .param(texts(lost, Astray::stage))
                .param(texts(lost, Astray::unit))
                .param(lost.stream().map(Astray::round).toArray(Integer[]::new))
                .update();
    }

    private static String[] texts(List<Astray> lost, Function<Astray, String> column) {
        return lost.stream().map(column).toArray(String[]::new);
    }
}
