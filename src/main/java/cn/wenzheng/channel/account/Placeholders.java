package cn.wenzheng.channel.account;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Lets the accounts of the demo city point at the simulated platforms of their own node, whose ports are known only while it
 * runs. Elsewhere settings are taken as they stand: nobody reads the environment through an account.
 */
@Component
class Placeholders {

    private static final String MARK = "${";

    private final Environment environment;
    private final boolean demo;

    Placeholders(Environment environment) {
        this.environment = environment;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Map<String, String> resolve(Map<String, String> settings) {
        if (!demo || settings.values().stream().noneMatch(value -> value.contains(MARK))) {
            return settings;
        }
        return settings.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, setting -> environment.resolvePlaceholders(setting.getValue())));
    }
}
