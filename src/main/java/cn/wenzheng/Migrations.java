package cn.wenzheng;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** How the tables come into the database: our own in schema {@code wenzheng}, the engine's in {@code public}. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** Refuses to start when an external database lacks one of its two roles. */
    @Bean
    FlywayConfigurationCustomizer migrationsFor(JdbcConnectionDetails application, FlywayConnectionDetails owner) {
        String appRole = required(application.getUsername(), "SPRING_DATASOURCE_USERNAME");
        required(owner.getUsername(), "SPRING_FLYWAY_USER");
        return configuration -> configure(configuration, appRole);
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
