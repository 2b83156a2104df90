package gatebook.bench.floor;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Stay;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.JsonOut;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The barest register: one table of entries with the two unique keys that the product's has, one queue, plain binds, every
 * commit durable. Used by one thread at a time.
 */
public final class FloorBook implements AutoCloseable {
    /** By name, in the order of the columns; the last three are the desk's own. */
    static final List<String> COLUMNS = List.of(
            "uuid",
            "ticket_no",
            "serial_number",
            "transport_name",
            "vehicle_type",
            "vehicle_number",
            "driver_name",
            "driver_contact",
            "location",
            "notes",
            "entry_time",
            "exit_time",
            "status",
            "fee",
            "computed_fee",
            "fee_manually_set",
            "fee_reason",
            "payment_status",
            "payment_type",
            "created_by",
            "created_at",
            "last_modified",
            "sync_status",
            "remote_version",
            "base_data");

    private static final String ENTRIES = """
            CREATE TABLE entries (
                id INTEGER PRIMARY KEY, uuid TEXT UNIQUE NOT NULL, ticket_no TEXT, serial_number INTEGER,
                transport_name TEXT, vehicle_type TEXT, vehicle_number TEXT, driver_name TEXT, driver_contact TEXT,
                location TEXT, notes TEXT, entry_time TEXT, exit_time TEXT, status TEXT, fee TEXT, computed_fee TEXT,
                fee_manually_set INTEGER, fee_reason TEXT, payment_status TEXT, payment_type TEXT, created_by TEXT,
                created_at TEXT, last_modified TEXT, sync_status TEXT, remote_version INTEGER, base_data TEXT,
                UNIQUE (vehicle_number, entry_time))""";

    private static final String QUEUE = """
            CREATE TABLE queue (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL, data TEXT NOT NULL, sent INTEGER DEFAULT 0)""";

    private static final String MARKS = "CREATE TABLE marks (key TEXT PRIMARY KEY, value TEXT)";

    private static final String ADD = "INSERT INTO entries (" + String.join(", ", COLUMNS) + ") VALUES ("
            + String.join(", ", java.util.Collections.nCopies(COLUMNS.size(), "?")) + ")";

    private static final String ENQUEUE = "INSERT INTO queue (uuid, data) VALUES (?, ?)";

    private static final String NEXT = "SELECT id, uuid, data FROM queue WHERE id > ? AND sent = 0 ORDER BY id LIMIT ?";

    private static final String SENT = "UPDATE queue SET sent = 1 WHERE id > ? AND id <= ?";

    private static final String READ = "SELECT notes FROM entries WHERE uuid = ?";

    private static final String MERGE =
            "UPDATE entries SET notes = ?, base_data = ?, sync_status = 'pending' WHERE uuid = ?";

    private static final String MARK = "INSERT OR REPLACE INTO marks VALUES ('pulled_at', ?)";

    private final Connection connection;
    private final PreparedStatement add;
    private final PreparedStatement enqueue;
    private final PreparedStatement next;
    private final PreparedStatement sent;
    private final PreparedStatement mark;
    private final PreparedStatement read;
    private final PreparedStatement merge;

    /** Makes a register in a folder that holds none. */
    public FloorBook(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        try {
            connection = config.createConnection("jdbc:sqlite:" + folder.resolve("floor.db"));
            try (Statement statement = connection.createStatement()) {
                for (String table : List.of(ENTRIES, QUEUE, MARKS)) {
                    statement.execute(table);
                }
            }
            connection.setAutoCommit(false);
            add = connection.prepareStatement(ADD);
            enqueue = connection.prepareStatement(ENQUEUE);
            next = connection.prepareStatement(NEXT);
            sent = connection.prepareStatement(SENT);
            mark = connection.prepareStatement(MARK);
            read = connection.prepareStatement(READ);
            merge = connection.prepareStatement(MERGE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A payload that waits. */
    public record Waiting(long id, String uuid, String data) {}

    /** Writes an entry and what is to be sent of it, durably. */
    public void write(Entry entry) {
        run(() -> {
            insert(entry);
            connection.commit();
        });
    }

    /** Writes many at once. */
    public void writeAll(Iterable<Entry> entries) {
        run(() -> {
            for (Entry entry : entries) {
                insert(entry);
            }
            connection.commit();
        });
    }

    private void insert(Entry entry) throws SQLException {
        bind(entry);
        add.executeUpdate();
        enqueue.setString(1, entry.id().toString());
        enqueue.setString(2, EntryJson.encode(entry));
        enqueue.executeUpdate();
    }

    /** Writes rows whose values stand in the order of {@link #COLUMNS}, in one durable transaction. */
    void writeRows(List<@Nullable String[]> rows) {
        run(() -> {
            for (@Nullable String[] row : rows) {
                for (int at = 0; at < row.length; at++) {
                    add.setString(at + 1, row[at]);
                }
                add.executeUpdate();
            }
            connection.commit();
        });
    }

    /** The next payloads after a queue row. */
    public List<Waiting> next(long after, int limit) {
        List<Waiting> waiting = new ArrayList<>(limit);
        run(() -> {
            next.setLong(1, after);
            next.setInt(2, limit);
            try (ResultSet rows = next.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Waiting(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
        });
        return waiting;
    }

    /**
     * Reads each record, compares its notes with the server's payload, and writes it back on top of that, durably.
     *
     * @param theirs the server's payloads by id
     */
    public void merge(List<Waiting> mine, Map<String, String> theirs) {
        run(() -> {
            for (Waiting one : mine) {
                String other = theirs.get(one.uuid());
                read.setString(1, one.uuid());
                try (ResultSet row = read.executeQuery()) {
                    if (other == null || !row.next() || other.contains("\"notes\":\"" + row.getString(1) + "\"")) {
                        continue;
                    }
                    merge.setString(1, row.getString(1));
                }
                merge.setString(2, other);
                merge.setString(3, one.uuid());
                merge.executeUpdate();
            }
            connection.commit();
        });
    }

    /** Notes durably that the queue was sent from one row to another. */
    public void sent(long after, long upTo) {
        run(() -> {
            sent.setLong(1, after);
            sent.setLong(2, upTo);
            sent.executeUpdate();
            connection.commit();
        });
    }

    /** Notes durably when the cloud was asked. */
    public void pulledAt(String time) {
        run(() -> {
            mark.setString(1, time);
            mark.executeUpdate();
            connection.commit();
        });
    }

    private void bind(Entry entry) throws SQLException {
        Stay stay = entry.stay();
        String[] described = {
            entry.id().toString(),
            entry.ticket().number().text(),
            Long.toString(entry.ticket().serialNumber()),
            entry.description().transportName(),
            entry.description().vehicleType().name(),
            entry.plate().typed()
        };
        for (int at = 0; at < described.length; at++) {
            add.setString(at + 1, described[at]);
        }
        add.setString(7, entry.description().driverName());
        add.setString(8, entry.description().driverContact());
        add.setString(9, entry.description().location());
        add.setString(10, entry.description().notes());
        add.setString(11, JsonOut.instantText(entry.entryTime()));
        add.setString(12, stay.exitTime() == null ? null : JsonOut.instantText(stay.exitTime()));
        add.setString(13, stay.status().text());
        add.setString(14, stay.fee().major().toPlainString());
        add.setString(15, null);
        add.setInt(16, stay.feeManuallySet() ? 1 : 0);
        add.setString(17, stay.feeReason());
        add.setString(18, entry.payment().status().text());
        add.setString(19, entry.payment().type());
        add.setString(20, entry.authorship().createdBy());
        add.setString(21, JsonOut.instantText(entry.authorship().createdAt()));
        add.setString(22, JsonOut.instantText(entry.authorship().lastModified()));
        add.setString(23, "pending");
        add.setLong(24, 0);
        add.setString(25, null);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }

    private static void run(Step step) {
        try {
            step.take();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(connection::close);
    }
}
