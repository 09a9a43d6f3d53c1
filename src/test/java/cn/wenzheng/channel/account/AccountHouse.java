package cn.wenzheng.channel.account;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.delivery.AccountTroubled;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of a small city on a real database; each house made on the same database is another node. */
final class AccountHouse {

    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final String KEY = key(1);
    static final String OTHER_KEY = key(2);

    private static final List<Unit> UNITS = List.of(
            new Unit("0000", "中心", 1, null), new Unit("0106", "照明所", 1, "0000"), new Unit("0201", "兴庆区", 2, "0000"));

    final DataSource database;
    final JdbcClient jdbc;
    final MovedClock clock = new MovedClock(NOW);
    final Journal journal = mock();
    final AccountRows rows;
    final HealthRows health;
    final AesSealing sealing;
    final SealingKeys keys;
    final SecretRows secrets;
    final AccountMemory memory;
    final AccountList list;
    final AccountRules rules;
    final SecretDesk secretDesk;
    final ChannelAccountDesk desk;
    final ChannelAccounts accounts;
    final SignsOfLife signs;
    final AccountImports imports;
    final AccountAlarms alarms;
    final List<AccountTroubled> told = new CopyOnWriteArrayList<>();
    final TransactionTemplate transaction;

    AccountHouse(DataSource database, @Nullable String key, @Nullable String earlierKey) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        PlatformTransactionManager transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        AccountSettings settings =
                new AccountSettings(key, earlierKey, Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(14));
        MockEnvironment environment = new MockEnvironment();
        OrganizationDesk organization = mock();
        when(organization.units()).thenReturn(UNITS);
        when(organization.centre()).thenReturn(UNITS.get(0));
        UNITS.forEach(unit -> when(organization.unit(unit.code())).thenReturn(Optional.of(unit)));
        keys = new SealingKeys(settings, jdbc, environment);
        sealing = new AesSealing(keys);
        rows = new AccountRows(jdbc, new ObjectMapper());
        health = new HealthRows(jdbc);
        secrets = new SecretRows(jdbc, sealing);
        memory = new AccountMemory(rows, secrets, clock);
        alarms = new AccountAlarms(
                new AlarmRows(jdbc), rows, settings, event -> told.add((AccountTroubled) event), clock);
        CallCounts calls =
                new CallCounts(new QuotaRows(jdbc), new WeiboQuota(100, 40, 50_000, 30), alarms, transactions, clock);
        list = new AccountList(jdbc, rows, calls, settings, clock);
        rules = new AccountRules(organization);
        secretDesk = new SecretDesk(rows, list, secrets, rules, memory, settings, journal, clock);
        desk = new ChannelAccountDesk(
                rows, list, secrets, rules, memory, secretDesk, journal, clock, "https://city.example");
        signs = new SignsOfLife(health);
        AccountTroubles troubles = new AccountTroubles(health, memory, alarms, journal, transactions);
        accounts =
                new ChannelAccounts(memory, calls, signs, troubles, organization, new Placeholders(environment), clock);
        imports = new AccountImports(
                new AccountImportRows(jdbc, new ObjectMapper()),
                rows,
                list,
                rules,
                desk,
                memory,
                journal,
                transaction,
                clock);
    }

    static DataSource city() {
        TestDatabase database = TestDatabase.migrated();
        JdbcClient owner = JdbcClient.create(database.owner());
        UNITS.forEach(unit -> owner.sql("INSERT INTO unit (code, name, level, parent) VALUES (?, ?, ?, ?)")
                .params(unit.code(), unit.name(), unit.level(), unit.parent())
                .update());
        return database.app();
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
