package cn.wenzheng;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the tables come into the database: our own in schema {@code wenzheng}, the engine's in {@code public}. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    FlywayConfigurationCustomizer migrationsFor(JdbcConnectionDetails application) {
        return configuration -> configure(configuration, application.getUsername());
    }

    /** Everything but the connection, which is the owner's; {@code appRole} is who gets the rights on the rows. */
    static FluentConfiguration configure(FluentConfiguration configuration, String appRole) {
        return configuration
                .defaultSchema("wenzheng")
                .createSchemas(true)
                .placeholders(Map.of("appRole", appRole))
                .javaMigrations(new EngineTables(appRole));
    }
}
