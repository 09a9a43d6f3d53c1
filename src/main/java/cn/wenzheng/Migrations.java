package cn.wenzheng;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** How the tables come into the database: our own in schema {@code wenzheng}, the engine's in {@code public}. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** Nodes that start in the same second migrate one after the other; the number is ours alone. */
    private static final long TURN = 0x57454E5A48454E47L;

    /** Refuses to start when an external database lacks one of its two roles, in production also their passwords. */
    @Bean
    FlywayConfigurationCustomizer migrationsFor(
            JdbcConnectionDetails application, FlywayConnectionDetails owner, Environment environment) {
        String appRole = required(application.getUsername(), "SPRING_DATASOURCE_USERNAME");
        required(owner.getUsername(), "SPRING_FLYWAY_USER");
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            secret(application.getPassword(), "SPRING_DATASOURCE_PASSWORD");
            secret(owner.getPassword(), "SPRING_FLYWAY_PASSWORD");
        }
        return configuration -> configure(configuration, appRole);
    }

    /** Looks who lives in the database before anything is changed there, and lets one node at a time do it. */
    @Bean
    FlywayMigrationStrategy migrationInTurn(Environment environment) {
        return flyway -> {
            try (Connection connection =
                            flyway.getConfiguration().getDataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + TURN + ")");
                Residents.of(connection).requireFit(environment);
                flyway.migrate();
                // The connection may go back to a pool, and the lock with it.
                statement.execute("SELECT pg_advisory_unlock(" + TURN + ")");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    /** Everything but the connection, which is the owner's; {@code appRole} is who gets the rights on the rows. */
    static FluentConfiguration configure(FluentConfiguration configuration, String appRole) {
        return configuration
                .defaultSchema("wenzheng")
                .createSchemas(true)
                .placeholders(Map.of("appRole", appRole))
                .callbacks(new ApplicationRole(appRole))
                .javaMigrations(new EngineTables(appRole));
    }

    private static void secret(@Nullable String password, String setting) {
        if (!StringUtils.hasText(password)) {
            throw new StartRefused(
                    "生产环境缺少数据库密码配置 " + setting + "。 Profile production lacks the database password " + setting + ".",
                    "SPRING_DATASOURCE_PASSWORD 和 SPRING_FLYWAY_PASSWORD 都要配置，不能为空。 Set both; neither may be"
                            + " empty.");
        }
    }

    private static String required(String role, String setting) {
        if (!StringUtils.hasText(role)) {
            throw new StartRefused(
                    "外部数据库缺少配置 " + setting + "。 The external database lacks the setting " + setting + ".",
                    "SPRING_DATASOURCE_USERNAME 是运行程序的角色，SPRING_FLYWAY_USER 是数据库所有者的角色；两者都要配置。"
                            + " The first is the role of the running application, the second the owner of the"
                            + " database; set both.");
        }
        return role;
    }
}
