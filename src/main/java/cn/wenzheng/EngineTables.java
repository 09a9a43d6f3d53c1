package cn.wenzheng;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * V1: the rights of the running application and the tables of the engine, from the scripts in the engine's own jar.
 *
 * <p>The scripts for case management are left out, as the engine is run without it.
 *
 * @param appRole the role of the running application, which may read and write rows and own nothing
 */
record EngineTables(String appRole) implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> PARTS =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");

    /** Before the tables, as default privileges concern only what comes after them. */
    private static final String RIGHTS = """
            REVOKE CREATE ON SCHEMA wenzheng, public FROM PUBLIC;
            GRANT USAGE ON SCHEMA wenzheng, public TO "${appRole}";
            ALTER DEFAULT PRIVILEGES IN SCHEMA wenzheng, public
                GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${appRole}";
            ALTER DEFAULT PRIVILEGES IN SCHEMA wenzheng, public GRANT USAGE ON SEQUENCES TO "${appRole}";
            SET LOCAL search_path TO public;
            """;

    /** The job executor asks twice a second for what is due, timers first; the engine brings no index for it. */
    private static final String JOBS_BY_DUE_DATE =
            "CREATE INDEX wenzheng_job_by_due_date ON act_ru_job (type_ DESC, duedate_ ASC)";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    /** None: a later engine may bring other scripts, and the tables made here stay as they were. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(RIGHTS.replace("${appRole}", appRole.replace("\"", "\"\"")));
            for (String part : PARTS) {
                statement.execute(
                        new ClassPathResource(SCRIPT.formatted(part)).getContentAsString(StandardCharsets.UTF_8));
            }
            statement.execute(JOBS_BY_DUE_DATE);
        }
    }
}
