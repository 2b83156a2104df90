package gatebook.store.backup;

import gatebook.store.migration.SchemaVersion;
import gatebook.store.sqlite.FileConnection;
import java.util.List;

/**
 * What a register file holds, in numbers.
 *
 * @param schema the version of its shape
 * @param entries records, voided ones included
 * @param unsent operations that wait to be sent or that the cloud refused
 * @param lastAudit the number of the last audit row; it grows with every change of a record
 */
public record Holdings(SchemaVersion schema, long entries, long unsent, long lastAudit) {
    /** The operations that the cloud does not have yet, as far as this desk knows. */
    private static final String UNSENT = """
            FROM sync_queue WHERE status IN ('pending', 'processing', 'failed')""";

    /**
     * Counts at one moment of the file.
     *
     * @throws gatebook.store.sqlite.StoreFault if the file is damaged or no register
     */
    public static Holdings of(FileConnection file) {
        file.run("BEGIN");
        try {
            return new Holdings(
                    new SchemaVersion((int) file.number("PRAGMA user_version")),
                    file.number("SELECT count(*) FROM parking_entries"),
                    file.number("SELECT count(*) " + UNSENT),
                    file.number("SELECT max(id) FROM audit_log"));
        } finally {
            file.run("ROLLBACK");
        }
    }

    /** The {@code op_id} of each unsent operation, oldest first. */
    public static List<String> unsentOperations(FileConnection file) {
        return file.session().list("SELECT op_id " + UNSENT + " ORDER BY id", row -> row.getString(1));
    }

    /** The {@code op_id} of each operation in the queue, sent or not. */
    public static List<String> operations(FileConnection file) {
        return file.session().list("SELECT op_id FROM sync_queue", row -> row.getString(1));
    }
}
