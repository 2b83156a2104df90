package gatebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A register's file as any other program sees it: by SQL, on a connection of its own. */
public final class Book {
    /** All tables of a register. */
    public static final List<String> TABLES = List.of(
            "parking_entries",
            "sync_queue",
            "sync_conflicts",
            "sync_metadata",
            "sync_runs",
            "audit_log",
            "displaced_entries",
            "imported_rows",
            "audit_findings",
            "cloud_checkpoints");

    private final Path file;

    private Book(Path file) {
        this.file = file;
    }

    /** The file, there or not. */
    public static Book at(Path file) {
        return new Book(file);
    }

    /** Makes the tables of an empty register. */
    public static Book fresh(Path file) {
        Book book = new Book(file);
        book.run(schema());
        return book;
    }

    private static String schema() {
        return script("0001-register.sql") + script("0003-findings.sql");
    }

    private static String script(String name) {
        try (InputStream in = Book.class.getResourceAsStream("/gatebook/store/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs statements as they stand. */
    public void run(String script) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of a question, their columns joined by a bar; null is written as such. */
    public List<String> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                    values.add(String.valueOf(result.getString(at)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first row of a question. */
    public String row(String sql) {
        return rows(sql).getFirst();
    }

    public long number(String sql) {
        return Long.parseLong(row(sql));
    }

    /** Everything the register holds, in a steady order. */
    public List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : TABLES) {
            rows("SELECT * FROM " + table + " ORDER BY 1, 2").forEach(row -> all.add(table + ": " + row));
        }
        return all;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
