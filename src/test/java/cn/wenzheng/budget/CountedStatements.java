package cn.wenzheng.budget;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Puts a {@link StatementCounter} before the pool of a Spring context.
 *
 * <p>The migrations cannot derive the owner's connection from a counted pool: set {@link #MIGRATIONS} beside it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    /** Gives the migrations a connection of their own, which is not counted. */
    public static final String MIGRATIONS = "spring.flyway.url=${spring.datasource.url}";

    /** Looks for ended pauses so seldom that it is not counted in. */
    public static final String NO_PAUSES = "wenzheng.petition.pauses-over=PT24H";

    /** False where time is measured: to count costs time. */
    public static final String COUNTED = "wenzheng.test.counted";

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    @ConditionalOnProperty(name = COUNTED, matchIfMissing = true)
    static BeanPostProcessor countingPool(StatementCounter counter) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? counter.counted(pool) : bean;
            }
        };
    }
}
