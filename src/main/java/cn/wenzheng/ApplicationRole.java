package cn.wenzheng;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that the running application is not the owner of its tables in disguise: what it cannot change, such as the
 * journal, is only safe then.
 *
 * @param name the role the running application logs in with
 */
record ApplicationRole(String name) implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRole.class);

    /** True for the owner himself, for every member of his role and for every superuser. */
    private static final String ACTS_AS_OWNER =
            "SELECT coalesce((SELECT pg_has_role(oid, current_user, 'MEMBER') FROM pg_roles WHERE rolname = ?), false)";

    /** PostgreSQL 14 lets everybody create tables there; only a superuser can end that. */
    private static final String MAY_CREATE = "SELECT has_schema_privilege(?, 'public', 'CREATE')";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_MIGRATE && holds(ACTS_AS_OWNER, context.getConnection())) {
            throw isOwner(name);
        }
        if (event == Event.AFTER_MIGRATE && holds(MAY_CREATE, context.getConnection())) {
            LOG.warn(
                    "The application's role {} may create tables in schema public. As a superuser run:"
                            + " REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                    name);
        }
    }

    @Override
    public String getCallbackName() {
        return "applicationRole";
    }

    static StartRefused isOwner(String role) {
        return new StartRefused(
                "运行程序的数据库角色 " + role + " 不得是数据表的所有者。 The application's database role " + role
                        + " must not be the owner of the tables.",
                "请为 SPRING_DATASOURCE_USERNAME 和 SPRING_FLYWAY_USER 配置两个不同的角色，前者只需能登录。 Name two different"
                        + " roles in SPRING_DATASOURCE_USERNAME and SPRING_FLYWAY_USER; the first needs no right but"
                        + " to log in.");
    }

    private boolean holds(String question, Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
