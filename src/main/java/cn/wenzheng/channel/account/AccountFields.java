package cn.wenzheng.channel.account;

import cn.wenzheng.petition.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an account of a channel has, by the names its adapter reads.
 *
 * @param settings what is no secret
 * @param secrets what is sealed and never shown again
 * @param authorising the secret whose renewal lets a waiting account in again
 */
record AccountFields(List<String> settings, List<String> secrets, String authorising) {

    /** The platform's own key that checks its requests: public, and shown so that it can be compared. */
    static final String SHOWN_SECRET = "alipay-public-key";

    static final String PRIVATE_KEY = "app-private-key";
    static final String PUBLIC_KEY = "app-public-key";

    private static final Map<Channel, AccountFields> ALL = made();

    private static Map<Channel, AccountFields> made() {
        Map<Channel, AccountFields> all = new EnumMap<>(Channel.class);
        all.put(
                Channel.WEIBO,
                new AccountFields(
                        List.of("quota", "push-form", "hosts.api", "hosts.message", "hosts.upload"),
                        List.of("app-secret", "access-token", "push-token"),
                        "access-token"));
        all.put(
                Channel.WECHAT,
                new AccountFields(
                        List.of("mode", "host", "notice-template"),
                        List.of("app-secret", "token", "aes-key"),
                        "app-secret"));
        all.put(
                Channel.ALIPAY,
                new AccountFields(
                        List.of("gateway", "charset", "notice-template", PUBLIC_KEY),
                        List.of(PRIVATE_KEY, SHOWN_SECRET),
                        PRIVATE_KEY));
        all.put(
                Channel.EMAIL,
                new AccountFields(
                        List.of("imap-host", "imap-port", "smtp-host", "smtp-port", "user", "tls"),
                        List.of("password"),
                        "password"));
        all.put(Channel.OPEN311, new AccountFields(List.of(), List.of("api-key"), "api-key"));
        all.put(Channel.WEBHOOK, new AccountFields(List.of("url", "events"), List.of("secret"), "secret"));
        return all;
    }

    /** The settings that an administrator fills in. */
    public List<String> changeable() {
        return settings.stream().filter(name -> !name.equals(PUBLIC_KEY)).toList();
    }

    static Map<Channel, AccountFields> all() {
        return ALL;
    }

    /** The channels on which the city has accounts. */
    static List<Channel> channels() {
        return List.copyOf(ALL.keySet());
    }

    static boolean has(Channel channel) {
        return ALL.containsKey(channel);
    }

    static AccountFields of(Channel channel) {
        AccountFields fields = ALL.get(channel);
        if (fields == null) {
            throw new IllegalArgumentException("no accounts on " + channel);
        }
        return fields;
    }
}
