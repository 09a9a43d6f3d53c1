package cn.wenzheng.petition;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that are planned for their parameters each time: a word that one petition has and a word that most have
 * need different ways, and the way kept for all parameters alike fits neither.
 */
final class PlannedAnew extends JdbcTemplate {

    PlannedAnew(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
