package cn.wenzheng;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the smallest city that petitions can be in, for rooms tested on their own tables without Spring. */
public final class CityRows {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String CENTRE = "0000";
    public static final String LIGHTING = "0106";
    public static final String ROADS = "0113";

    private final DataSource dataSource = TestDatabase.migrated().app();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);

    public CityRows() {
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

    /** A clock that stands at a local time, for example {@code 2026-03-10T10:00}. */
    public static Clock clockAt(String local) {
        return Clock.fixed(instant(local), ZONE);
    }

    public static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
