package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** An account on Weibo, what is pushed to it, and the settings as they are shipped. */
final class Weibo {

    static final String UID = "1902538057";
    static final String CITIZEN = "2489518277";
    static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String SECRET = "xyz123xyz";

    private Weibo() {}

    static WeiboSettings settings(String... pairs) {
        Map<String, String> set = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            set.put("wenzheng.channels.weibo." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("wenzheng.channels.weibo", WeiboSettings.class);
    }

    static Account account() {
        return account(Map.of(), List.of(SECRET));
    }

    static Account account(Map<String, String> settings, List<String> appSecrets) {
        return new Account(
                7,
                Channel.WEIBO,
                "wenzheng",
                "city-centre",
                "清河发布",
                UID,
                settings,
                Map.of("app-secret", appSecrets, "access-token", List.of("2.00token")));
    }

    /** An account whose platform is the stand-in. */
    static Account at(StandIn weibo, String... pairs) {
        Map<String, String> settings = new HashMap<>();
        settings.put("hosts.api", weibo.address());
        settings.put("hosts.message", weibo.address() + "/m");
        settings.put("hosts.upload", weibo.address() + "/upload");
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return account(settings, List.of(SECRET));
    }

    static RawRequest push(String body) {
        return request("POST", signed(SECRET, NOW), body);
    }

    static RawRequest request(String method, String query, String body) {
        return new RawRequest(
                method,
                "/channels/weibo/wenzheng",
                query,
                Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                NOW);
    }

    static String signed(String secret, Instant at) {
        String timestamp = Long.toString(at.toEpochMilli());
        return "signature=" + WeiboSignature.sign(secret, timestamp, "57155157") + "&timestamp=" + timestamp
                + "&nonce=57155157";
    }

    static String json(String type, String text, String data) {
        return """
                {"type":"%s","receiver_id":%s,"sender_id":%s,"created_at":"Tue Mar 10 09:59:58 +0800 2026",\
                "text":"%s","data":%s}""".formatted(type, UID, CITIZEN, text, data);
    }
}
