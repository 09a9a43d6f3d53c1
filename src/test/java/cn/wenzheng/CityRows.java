package cn.wenzheng;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the smallest city that petitions can be in, for rooms tested on their own tables. */
public final class CityRows {

    public static final String CENTRE = "0000";
    public static final String LIGHTING = "0106";
    public static final String ROADS = "0113";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    /** Builds the city in a fresh database. */
    public CityRows() {
        this(TestDatabase.migrated().app());
    }

    /** Builds the city in a database that has none. */
    public CityRows(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        jdbc.sql("""
                INSERT INTO unit (code, name, level, parent)
                VALUES ('0000', '诉求中心', 1, NULL), ('0106', '路灯管理处', 1, '0000'), ('0113', '市政养护处', 1, '0000')""").update();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Transactions on this database. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** A row for a petition of which nothing but its number matters. */
    public void petition(String number) {
        jdbc.sql("""
                INSERT INTO petition (number, version, status, since, round, channel, account, digest, query_code,
                    urgency, hide_identity, may_be_public, backlog, received_at)
                VALUES (?, 0, 'RECEIVED', now(), 1, 'PORTAL', '', '', 'code', 'NORMAL', false, false, false, now())""").param(number).update();
    }
}
