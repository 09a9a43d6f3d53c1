package cn.wenzheng.channel.account;

import cn.wenzheng.access.OneNodeAtATime;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the demo city its accounts: the centre's on every channel, as the README tells, and a matrix of the city's units.
 *
 * <p>After the city has moved in, also into one that moved in before there were accounts; whatever stands there stays.
 */
@Component
@Profile("demo")
class DemoAccounts implements SmartLifecycle {

    /** After the city, before jobs and the web server. */
    private static final int AFTER_THE_CITY = 1;

    /** The simulated platforms of this very node. */
    private static final String PLATFORMS = "http://127.0.0.1:${local.server.port}/simulator/platforms/";

    private static final int CITY_UNITS = 91;
    private static final Duration TOKEN_LIFE = Duration.ofDays(30);

    private final OrganizationDesk organization;
    private final AccountRows rows;
    private final SecretRows secrets;
    private final AccountMemory memory;
    private final DemoAlipay alipay;
    private final JdbcClient jdbc;
    private final OneNodeAtATime turn;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean running;

    DemoAccounts(
            OrganizationDesk organization,
            AccountRows rows,
            SecretRows secrets,
            AccountMemory memory,
            DemoAlipay alipay,
            JdbcClient jdbc,
            OneNodeAtATime turn,
            TransactionTemplate transaction,
            Clock clock) {
        this.organization = organization;
        this.rows = rows;
        this.secrets = secrets;
        this.memory = memory;
        this.alipay = alipay;
        this.jdbc = jdbc;
        this.turn = turn;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_CITY;
    }

    @Override
    public void start() {
        turn.run("demo-accounts", () -> transaction.executeWithoutResult(status -> settle()));
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void settle() {
        if (organization.units().isEmpty() || rows.exists(Channel.WEIBO, "wenzheng")) {
            return;
        }
        memory.changed();
        String centre = organization.centre().code();
        weibo(centre);
        wechat(centre);
        alipay(centre);
        email(centre);
        webhook(centre);
        long open311 = insert(Channel.OPEN311, "wenzheng", centre, "问政银州", "demo", Map.of());
        secret(open311, "api-key", "demo-open311-key");
        matrix();
    }

    private void weibo(String unit) {
        String platform = PLATFORMS + "weibo";
        Map<String, String> settings = Map.of(
                "push-form", "json",
                "quota", "public",
                "hosts.api", platform,
                "hosts.message", platform,
                "hosts.upload", platform);
        long id = insert(Channel.WEIBO, "wenzheng", unit, "问政银州", "1902538057", settings);
        secret(id, "app-secret", "demo-weibo-app-secret");
        secret(id, "access-token", "demo-weibo-access-token");
        rows.authorise(id, clock.instant().plus(TOKEN_LIFE));
    }

    private void wechat(String unit) {
        Map<String, String> settings = Map.of("mode", "aes", "host", PLATFORMS + "wechat");
        long id = insert(Channel.WECHAT, "wenzheng", unit, "问政银州", "wxdemo000000000001", settings);
        secret(id, "app-secret", "demo-wechat-app-secret");
        secret(id, "token", "demo-wechat-token");
        secret(id, "aes-key", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
    }

    private void alipay(String unit) {
        KeyPairs.Pair own = KeyPairs.make();
        KeyPairs.Pair platform = alipay.keyPair();
        Map<String, String> settings = Map.of(
                "gateway",
                PLATFORMS + "alipay/gateway.do",
                "charset",
                "UTF-8",
                AccountFields.PUBLIC_KEY,
                own.publicKey(),
                "simulated-private-key",
                platform.privateKey());
        long id = insert(Channel.ALIPAY, "wenzheng", unit, "问政银州", "2021000000000001", settings);
        secret(id, AccountFields.PRIVATE_KEY, own.privateKey());
        secret(id, AccountFields.SHOWN_SECRET, platform.publicKey());
    }

    private void email(String unit) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "imap-host", "127.0.0.1",
                "imap-port", "${wenzheng.simulator.imap-port}",
                "smtp-host", "127.0.0.1",
                "smtp-port", "${wenzheng.simulator.smtp-port}",
                "user", "wenzheng@city.example",
                "tls", "false"));
        long id = insert(Channel.EMAIL, "wenzheng", unit, "问政银州", "wenzheng@city.example", settings);
        secret(id, "password", "demo-mail-password");
    }

    private void webhook(String unit) {
        Map<String, String> settings = Map.of("url", PLATFORMS + "webhook/events");
        long id = insert(Channel.WEBHOOK, "wenzheng", unit, "银州城市运行系统", "wenzheng", settings);
        secret(id, "secret", "whsec_ZGVtby13ZW56aGVuZy1zZWNyZXQtMDAwMDAwMDA=");
    }

    private long insert(
            Channel channel, String code, String unit, String name, String address, Map<String, String> settings) {
        return rows.insert(channel, code, new Wanted(unit, name, address, settings), null, clock.instant());
    }

    private void secret(long account, String name, String value) {
        Instant now = clock.instant();
        secrets.put(account, name, value, "system", now, now);
    }

    /** Each unit of the city with its Weibo and WeChat accounts; they only look real, and a few have fallen silent. */
    private void matrix() {
        List<Unit> units = organization.units().stream()
                .filter(unit -> unit.level() == 1 && !unit.isCentre())
                .limit(CITY_UNITS)
                .toList();
        for (int place = 0; place < units.size(); place++) {
            Unit unit = units.get(place);
            String name = unit.name().replaceFirst("^(中共)?银州市?", "");
            long weibo = insert(
                    Channel.WEIBO,
                    "unit-" + unit.code(),
                    unit.code(),
                    "银州" + name,
                    String.valueOf(5_000_000_000L + place),
                    Map.of("push-form", "json", "quota", "public"));
            long wechat = insert(
                    Channel.WECHAT,
                    "unit-" + unit.code(),
                    unit.code(),
                    "银州" + name + "服务号",
                    "wxdemo%012d".formatted(1000 + place),
                    Map.of("mode", "aes"));
            life(weibo, place);
            life(wechat, place + units.size());
        }
    }

    /** Signs of life of hours and days ago, the same at every start; each sixteenth account fell silent weeks ago. */
    private void life(long account, int place) {
        boolean silent = place % 16 == 7;
        Instant item = clock.instant()
                .minus(silent ? Duration.ofDays(15 + place % 40) : Duration.ofHours(1 + place * 7L % 250));
        jdbc.sql("UPDATE channel_account SET pushed_at = ?, item_at = ? WHERE id = ?")
                .params(AccountRows.utc(item), AccountRows.utc(item), account)
                .update();
    }
}
