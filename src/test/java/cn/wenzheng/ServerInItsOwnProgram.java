package cn.wenzheng;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A program of its own that writes rows until it is killed, and says each number after its commit. */
final class ServerInItsOwnProgram {

    private ServerInItsOwnProgram() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS acknowledged (number integer PRIMARY KEY)");
            for (int number = 1; ; number++) {
                statement.execute("INSERT INTO acknowledged VALUES (" + number + ")");
                System.out.println("acknowledged " + number);
            }
        }
    }

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerInItsOwnProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
