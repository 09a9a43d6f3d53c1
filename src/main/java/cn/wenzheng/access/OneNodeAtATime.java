package cn.wenzheng.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time do what every node does at its start; the others wait and then find it done.
 *
 * <p>The turn is a lock of the database on a connection of its own: a node that dies gives it back at once.
 */
@Component
public class OneNodeAtATime {

    private final DataSource dataSource;

    OneNodeAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits for the turn, does the work and passes the turn on.
     *
     * @param matter what is done; other matters do not wait for it
     */
    public void run(String matter, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            call(connection, "SELECT pg_advisory_lock(hashtextextended(?, 0))", matter);
            try {
                work.run();
            } finally {
                call(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", matter);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void call(Connection connection, String command, String matter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, matter);
            statement.execute();
        }
    }
}
