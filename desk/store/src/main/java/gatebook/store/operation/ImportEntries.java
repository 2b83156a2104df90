package gatebook.store.operation;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.entry.Ticket;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Numbers;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Recorder;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.util.Iterator;

/**
 * Takes over the entries of an older register: all in one durable transaction, each with its queue row, audit row and raw
 * object. What was imported before is passed over, so that importing a file again adds nothing. Thread-safe.
 */
public final class ImportEntries {
    private static final String KNOWN = "SELECT count(*) FROM imported_rows WHERE raw_hash = ? AND occurrence = ?";

    private static final String KEEP = """
            INSERT INTO imported_rows (raw_hash, occurrence, record_uuid, raw, imported_at) VALUES (?, ?, ?, ?, ?)""";

    private final Database database;
    private final LocalWriting writing;

    public ImportEntries(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.writing = new LocalWriting(database, clock, ids);
    }

    /**
     * What an import did.
     *
     * @param known rows that an earlier import had brought
     * @param held rows whose vehicle number and entry time an entry of the register has already, with another content: an
     *     older or newer telling of the same visit, which is not added a second time
     */
    public record Imported(long added, long known, long held) {}

    /** Imports rows as they come; memory stays flat. If {@code rows} throws, nothing is kept. */
    public Imported importAll(Iterator<ImportedRow> rows) {
        return database.write(Turn.GATE, session -> importAll(session, rows));
    }

    /** What importing these rows would do, without doing it. */
    public Imported rehearseAll(Iterator<ImportedRow> rows) {
        return database.rehearse(session -> importAll(session, rows));
    }

    private Imported importAll(Session session, Iterator<ImportedRow> rows) {
        DeskProfile desk = DeskProfile.read(session);
        Recorder recorder = new Recorder(session);
        long added = 0;
        long known = 0;
        long held = 0;
        while (rows.hasNext()) {
            ImportedRow row = rows.next();
            Entry entry = row.entry();
            if (session.number(KNOWN, row.rawHash(), row.occurrence()) > 0) {
                known++;
            } else if (EntryTable.holder(session, entry.plate(), entry.entryTime())
                    .isPresent()) {
                held++;
            } else {
                add(session, recorder, desk, row);
                added++;
            }
        }
        return new Imported(added, known, held);
    }

    private void add(Session session, Recorder recorder, DeskProfile desk, ImportedRow row) {
        Entry template = row.entry();
        Numbers numbers = Numbers.read(session).nextImported();
        numbers.write(session, writing.now());
        Ticket ticket = new Ticket(
                numbers.taken(desk.deskCode()).number(), template.ticket().serialNumber());
        EntryId id = writing.newEntryId();
        Entry entry = new Entry(
                id,
                ticket,
                template.plate(),
                template.entryTime(),
                template.description(),
                template.stay(),
                template.payment(),
                template.authorship());
        writing.create(recorder, desk, EntryRow.fresh(entry), Cause.IMPORT);
        session.update(KEEP, row.rawHash(), row.occurrence(), id.toString(), row.raw(), writing.now());
    }
}
