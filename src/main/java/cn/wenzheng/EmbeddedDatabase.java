package cn.wenzheng;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The database when none is configured: the server is a bean that the pool depends on, so it starts before the engine
 * and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.WhenNoneIsConfigured.class)
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(@Value("${wenzheng.data}") Path data, Environment environment) throws IOException {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new StartRefused(
                    "生产环境必须使用外部 PostgreSQL 数据库，但没有配置。 Profile production needs an external PostgreSQL"
                            + " database and none is configured.",
                    "请设置 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD、"
                            + "SPRING_FLYWAY_USER 和 SPRING_FLYWAY_PASSWORD。 Set these variables.");
        }
        return EmbeddedServer.start(data.toAbsolutePath().normalize().resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails applicationLogin(EmbeddedServer server) {
        return new ApplicationLogin(server.jdbcUrl(), EmbeddedServer.APP, "");
    }

    @Bean
    FlywayConnectionDetails ownerLogin(EmbeddedServer server) {
        return new OwnerLogin(server.jdbcUrl(), EmbeddedServer.OWNER, "");
    }

    /** Who the running application is; the server trusts whoever is on the machine. */
    private record ApplicationLogin(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    /** Who the migrations run as. */
    private record OwnerLogin(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    /** An empty address counts as none. */
    static final class WhenNoneIsConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
