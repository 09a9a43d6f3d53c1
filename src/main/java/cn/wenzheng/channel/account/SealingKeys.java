package cn.wenzheng.channel.account;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys there are: the city's own by its settings, in the demo city one that its nodes share in the database. */
@Component
class SealingKeys {

    private final AccountSettings settings;
    private final JdbcClient jdbc;
    private final boolean demo;
    private final Optional<SealingKey> set;
    private final Optional<SealingKey> earlier;
    private volatile @Nullable SealingKey ofDemo;

    SealingKeys(AccountSettings settings, JdbcClient jdbc, Environment environment) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.set = SealingKey.read(settings.key());
        this.earlier = SealingKey.read(settings.earlierKey());
    }

    /** The key that seals; empty when the city has set none, or one that cannot be read. */
    Optional<SealingKey> current() {
        return set.isPresent() || settings.key() != null || !demo ? set : Optional.of(demoKey());
    }

    /** The key that has sealed these bytes, if it is here. */
    Optional<SealingKey> marked(byte[] sealed) {
        return Stream.of(current(), earlier)
                .flatMap(Optional::stream)
                .filter(key -> key.sealed(sealed))
                .findFirst();
    }

    private SealingKey demoKey() {
        SealingKey known = ofDemo;
        if (known == null) {
            byte[] fresh = new byte[SealingKey.BYTES];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql("INSERT INTO channel_demo_key (key) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(fresh)
                    .update();
            known = SealingKey.of(jdbc.sql("SELECT key FROM channel_demo_key")
                    .query(byte[].class)
                    .single());
            ofDemo = known;
        }
        return known;
    }
}
