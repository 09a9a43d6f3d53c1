package cn.wenzheng.access.login;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is logged in stands in the database, so that every node knows it and none takes it along when it dies.
 *
 * <p>What comes back out of a row may only be what a login puts into it. A value that cannot be read, for example after
 * an update of a library, counts as absent: its person logs in again.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Once an hour, by Spring's six fields: a session that is over is not accepted anyway. */
    private static final String TIDYING = "0 17 * * * *";

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxbytes=100000;maxdepth=20;java.lang.*;java.util.*;java.time.*;java.net.URL;java.net.URI;"
                    + "org.springframework.security.core.**;org.springframework.security.authentication.*;"
                    + "org.springframework.security.web.authentication.*;org.springframework.security.oauth2.core.**;"
                    + "!*");

    /** The rows themselves; their time is the machine's, so that the demo clock logs nobody out. */
    @Bean(defaultCandidate = false)
    @Qualifier("rows")
    JdbcIndexedSessionRepository sessionRows(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ServerProperties server) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository rows = new JdbcIndexedSessionRepository(jdbc, alone);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(rows);
        rows.setConversionService(onlyKnown());
        rows.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
        rows.setCleanupCron(TIDYING);
        return rows;
    }

    @Bean
    SessionRepository<?> sessionRepository(@Qualifier("rows") JdbcIndexedSessionRepository rows) {
        return new QuietSessions<>(rows);
    }

    private static ConversionService onlyKnown() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, Sessions::read);
        return conversion;
    }

    static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(KNOWN);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException | ClassCastException unreadable) {
            LOG.warn(
                    "A value of a session could not be read: {}",
                    unreadable.getClass().getName());
            return null;
        }
    }
}
