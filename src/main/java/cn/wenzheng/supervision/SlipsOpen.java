package cn.wenzheng.supervision;

import cn.wenzheng.organization.OpenWork;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says how many supervision slips a unit has not got rid of. */
@Component
class SlipsOpen implements OpenWork {

    private final JdbcClient jdbc;

    SlipsOpen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Kind, Long> of(String unit) {
        return Map.of(
                Kind.SLIP,
                jdbc.sql("SELECT count(*) FROM supervision_slip WHERE unit = ? AND ended_at IS NULL")
                        .param(unit)
                        .query(Long.class)
                        .single());
    }
}
