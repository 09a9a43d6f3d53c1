package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EarlierPetitionsTest {

    private final DataSource database = TestDatabase.migrated().app();
    private final JdbcClient jdbc = JdbcClient.create(database);

    /** Somebody waits on the telephone: the expressions asked for are those of the indexes. */
    @Test
    void findsByIndexHoweverManyThereAre() {
        String plan = new TransactionTemplate(new DataSourceTransactionManager(database)).execute(begun -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("EXPLAIN " + EarlierPetitions.FIND)
                            .params("13800001111", "a@example.org", 10)
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("petition_content_phone", "petition_content_email");
    }
}
