package cn.wenzheng.budget;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts a {@link StatementCounter} before the pool of a Spring context. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    static BeanPostProcessor countingPool(StatementCounter counter) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new CountedPool(pool, counter) : bean;
            }
        };
    }

    /** The migrations look through it to the pool and derive the owner's connection from there. */
    private static final class CountedPool extends DelegatingDataSource {

        private final DataSource counted;

        CountedPool(HikariDataSource pool, StatementCounter counter) {
            super(pool);
            this.counted = counter.counted(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted.getConnection();
        }
    }
}
