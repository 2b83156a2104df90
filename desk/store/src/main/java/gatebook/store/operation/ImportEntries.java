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
import java.time.Duration;
import java.util.Iterator;

/**
 * Takes over the entries of an older register: all in one durable transaction, each with its queue row, audit row and raw
 * object. What was imported before is passed over, so that importing a file again adds nothing. Thread-safe.
 */
public final class ImportEntries {
    private static final Duration STEP = Duration.ofMillis(1);

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
     * @param moved rows whose entry time was put later by some milliseconds, since another entry of that vehicle has it
     */
    public record Imported(long added, long known, long moved) {}

    /** Imports rows as they come; memory stays flat. If {@code rows} throws, nothing is kept. */
    public Imported importAll(Iterator<ImportedRow> rows) {
        return database.write(Turn.GATE, session -> {
            DeskProfile desk = DeskProfile.read(session);
            Recorder recorder = new Recorder(session);
            long added = 0;
            long known = 0;
            long moved = 0;
            while (rows.hasNext()) {
                ImportedRow row = rows.next();
                if (session.number(KNOWN, row.rawHash(), row.occurrence()) > 0) {
                    known++;
                    continue;
                }
                Entry free = moveToFreeTime(session, row.entry());
                moved += free.entryTime().equals(row.entry().entryTime()) ? 0 : 1;
                add(session, recorder, desk, row, free);
                added++;
            }
            return new Imported(added, known, moved);
        });
    }

    private void add(Session session, Recorder recorder, DeskProfile desk, ImportedRow row, Entry template) {
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

    private static Entry moveToFreeTime(Session session, Entry entry) {
        Entry free = entry;
        while (EntryTable.holder(session, free.plate(), free.entryTime()).isPresent()) {
            free = free.withEntryTime(free.entryTime().plus(STEP));
        }
        return free;
    }
}
