package cn.wenzheng.petition;

import cn.wenzheng.organization.OpenWork;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says how many petitions a unit has in hand. */
@Component
class PetitionsInHand implements OpenWork {

    private final JdbcClient jdbc;

    PetitionsInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Kind, Long> of(String unit) {
        return Map.of(
                Kind.PETITION,
                jdbc.sql("SELECT count(*) FROM assignment WHERE unit = ? AND state = 'IN_HAND'")
                        .param(unit)
                        .query(Long.class)
                        .single());
    }
}
