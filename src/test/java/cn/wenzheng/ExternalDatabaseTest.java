package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator has to configure for a database of his own, and what the program says when it is missing. */
class ExternalDatabaseTest {

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class, Migrations.class);

    @Test
    void isMigratedByItsOwnerAndUsedByTheApplication() {
        program.withPropertyValues(TestDatabase.empty().settings().toArray(String[]::new))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedServer.class);
                    JdbcClient jdbc = context.getBean(JdbcClient.class);
                    assertThat(text(jdbc, "SELECT current_user")).isEqualTo("test_app");
                    assertThat(text(jdbc, "SHOW search_path")).isEqualTo("wenzheng, public");
                    assertThat(
                                    text(
                                            jdbc,
                                            "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('wenzheng', 'public')"))
                            .isEqualTo("test_owner");
                });
    }

    @Test
    void needsAnOwnerForItsTables() {
        program.withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none", "spring.datasource.username=app")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("缺少配置 SPRING_FLYWAY_USER")
                        .hasMessageContaining("lacks the setting SPRING_FLYWAY_USER"));
    }

    @Test
    void needsARoleForTheApplication() {
        program.withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none", "spring.flyway.user=owner")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("SPRING_DATASOURCE_USERNAME"));
    }

    @Test
    void isDemandedInProduction() {
        program.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("生产环境必须使用外部 PostgreSQL")
                        .hasMessageContaining("needs an external PostgreSQL"));
    }

    @Test
    void needsBothPasswordsInProduction() {
        ApplicationContextRunner production = program.withPropertyValues(
                "spring.profiles.active=production",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                "spring.datasource.username=app",
                "spring.flyway.user=owner");
        production.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("缺少数据库密码配置 SPRING_DATASOURCE_PASSWORD"));
        production
                .withPropertyValues("spring.datasource.password=secret", "spring.flyway.password=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("lacks the database password SPRING_FLYWAY_PASSWORD"));
    }

    private static String text(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(String.class).single();
    }
}
