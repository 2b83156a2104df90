package gatebook.ledger.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that a database lives on: a promoted standby has another timeline, a restored dump another system. The table
 * {@code database_lives} tells an operator later when that changed; desks find by their cursors what was lost with it.
 */
record DatabaseLife(long system, int timeline) {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLife.class);

    /** By the log that is being written, since the control file tells the timeline of the last checkpoint. */
    private static final String NOW = """
            select (select system_identifier from pg_control_system()),
                   ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int
            """;

    private static final String LAST = """
            select system_identifier, timeline from database_lives order by noticed_at desc limit 1
            """;

    private static final String ADD = """
            insert into database_lives (noticed_at, system_identifier, timeline) values (?, ?, ?)
            """;

    /** Writes down where the database lives, if that is not known yet. */
    static void notice(Connection connection, Instant now) throws SQLException {
        DatabaseLife here = read(connection, NOW).orElseThrow();
        Optional<DatabaseLife> last = read(connection, LAST);
        if (last.isPresent() && last.get().equals(here)) {
            return;
        }
        last.ifPresent(before -> LOG.warn(
                "the database is another one than before: system {} timeline {}, it was system {} timeline {}",
                here.system,
                here.timeline,
                before.system,
                before.timeline));
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, now.atOffset(ZoneOffset.UTC));
            add.setLong(2, here.system);
            add.setInt(3, here.timeline);
            add.executeUpdate();
        }
    }

    private static Optional<DatabaseLife> read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new DatabaseLife(row.getLong(1), row.getInt(2))) : Optional.empty();
        }
    }
}
