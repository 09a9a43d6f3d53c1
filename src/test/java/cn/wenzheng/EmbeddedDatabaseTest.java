package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @Test
    void holdsTheTablesOfTheEngineAndOurs() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated().app());
        assertThat(jdbc.sql("SELECT count(*) FROM information_schema.tables WHERE table_schema='public'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(44);
        assertThat(jdbc.sql("SELECT count(*) FROM unit").query(Integer.class).single())
                .isZero();
    }
}
