package cn.wenzheng.demo.simulator;

import cn.wenzheng.organization.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The city's accounts as the platforms know them: what was registered there when they were opened. The platforms' side of the
 * secrets stands here, too; they are those of the demo city, which everybody may know.
 */
@Simulated("simulatedRegistry")
class Registry {

    static final String WEIBO_APP_SECRET = "demo-weibo-app-secret";
    static final String WECHAT_TOKEN = "demo-wechat-token";
    static final String WECHAT_AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String WEBHOOK_SECRET = "whsec_ZGVtby13ZW56aGVuZy1zZWNyZXQtMDAwMDAwMDA=";
    static final String OPEN311_KEY = "demo-open311-key";

    /** The account of the demo city that every platform knows. */
    static final String CITY = "wenzheng";

    private final JdbcClient jdbc;

    Registry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One account.
     *
     * @param address uid, appid or mailbox
     * @param publicKey the key that its program signs with, where it has registered one
     */
    record Registered(
            String code,
            String name,
            String address,
            @Nullable String publicKey) {}

    Registered find(Platform platform, String code) {
        return one(platform, "code", code).orElseThrow(() -> Refusal.invalid("account", "unknown-account", code));
    }

    Optional<Registered> byAddress(Platform platform, String address) {
        return one(platform, "address", address);
    }

    private Optional<Registered> one(Platform platform, String column, String value) {
        return jdbc.sql("SELECT code, name, address, settings->>'app-public-key' AS key FROM channel_account"
                        + " WHERE channel = ? AND " + column + " = ? ORDER BY id LIMIT 1")
                .params(platform.name(), value)
                .query((row, number) -> new Registered(
                        row.getString("code"), row.getString("name"), row.getString("address"), row.getString("key")))
                .optional()
                .or(() ->
                        usual(platform).filter(known -> value.equals(column.equals("code") ? CITY : known.address())));
    }

    /** The city's first account, as it is known before anybody has registered more. */
    private static Optional<Registered> usual(Platform platform) {
        String address = switch (platform) {
            case WEIBO -> "1902538057";
            case WECHAT -> "wxdemo000000000001";
            case ALIPAY -> "2021000000000001";
            case EMAIL -> "wenzheng@city.example";
            case OPEN311, WEBHOOK -> CITY;
        };
        return Optional.of(new Registered(CITY, "问政银州", address, null));
    }

    /** The accounts whose names, each after an @, stand in a text. */
    Collection<String> mentioned(Platform platform, String text) {
        List<String> found =
                jdbc.sql("""
                SELECT code FROM channel_account WHERE channel = ? AND strpos(?, '@' || name) > 0""").params(platform.name(), text).query(String.class).list();
        return new TreeSet<>(found);
    }
}
