package cn.wenzheng.process;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Tone;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that failed for good and wait in Cockpit for somebody to look after them: the administrator's first block. */
@Component
class IncidentStart implements StartBlocks {

    private static final String KEY = "incidents";

    private static final String SQL = """
            SELECT incident.activity_id_, incident.incident_timestamp_, incident.proc_inst_id_, instance.business_key_,
                   count(*) OVER () AS total
            FROM act_ru_incident incident LEFT JOIN act_ru_execution instance ON instance.id_ = incident.proc_inst_id_
            ORDER BY incident.incident_timestamp_, incident.id_ LIMIT ? OFFSET ?
            """;

    private final JdbcClient jdbc;

    IncidentStart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.has(Role.ADMIN) ? List.of(new Offer(KEY, 20, 1, this::read)) : List.of();
    }

    private StartBlock read(Window window) {
        long[] count = {0};
        List<Item> items = jdbc.sql(SQL)
                .params(window.size(), window.offset())
                .query((row, n) -> {
                    count[0] = row.getLong("total");
                    return item(row);
                })
                .list();
        Total total = new Total(count[0], StartBlocks.listOf(KEY));
        return StartBlock.work(items, total, new Figure(KEY, total.count(), total.address(), Tone.LATE));
    }

    private static Item item(ResultSet row) throws SQLException {
        return Item.at(
                Phrase.of("page.start.incident", Objects.toString(row.getString("activity_id_"), "—")),
                "/camunda/app/cockpit/default/#/process-instance/" + row.getString("proc_inst_id_"),
                row.getTimestamp("incident_timestamp_").toInstant(),
                Phrase.verbatim(Objects.toString(row.getString("business_key_"), "")));
    }
}
