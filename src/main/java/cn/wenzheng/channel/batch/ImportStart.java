package cn.wenzheng.channel.batch;

import cn.wenzheng.access.Phrase;
import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlock.Total;
import cn.wenzheng.access.StartBlocks;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operator's file imports: those that run first, then the latest. */
@Component
class ImportStart implements StartBlocks {

    private static final String KEY = "imports";

    private final JdbcClient jdbc;

    ImportStart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Offer> of(Actor actor) {
        return actor.has(Role.OPERATOR) ? List.of(new Offer(KEY, 60, 1, this::read)) : List.of();
    }

    private StartBlock read(Window window) {
        long[] total = {0};
        List<Item> items = jdbc.sql("""
                        SELECT id, file, state, uploaded_at, created, rejected, count(*) OVER () AS total FROM import
                        ORDER BY state = 'RUNNING' DESC, uploaded_at DESC LIMIT ? OFFSET ?""")
                .params(window.size(), window.offset())
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return item(row);
                })
                .list();
        return StartBlock.news(items, new Total(total[0], StartBlocks.listOf(KEY)));
    }

    private static Item item(ResultSet row) throws SQLException {
        return Item.at(
                Phrase.verbatim(row.getString("file")),
                "/import/" + row.getString("id"),
                row.getTimestamp("uploaded_at").toInstant(),
                Phrase.word(Import.State.valueOf(row.getString("state"))),
                Phrase.of("page.start.imported", row.getInt("created"), row.getInt("rejected")));
    }
}
