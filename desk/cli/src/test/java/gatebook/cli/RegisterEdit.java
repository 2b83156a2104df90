package gatebook.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A register in the hands of somebody with another program. */
final class RegisterEdit {
    private RegisterEdit() {}

    static void run(Path register, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + register);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
