package gatebook.store.record;

import gatebook.rules.entry.Entry;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * The one writing method of the register: the record, its queue row and its audit row, within the caller's transaction.
 * Whatever changes a record, a person, an import, a pull, a merge or an undo, comes through here.
 */
public final class Recorder {
    private final Session session;
    private final AuditLog audit;

    /** For one transaction; the end of the audit chain is read once in it. */
    public Recorder(Session session) {
        this.session = session;
        this.audit = new AuditLog(session);
    }

    /**
     * Writes the change. A change of nothing but the sync fields leaves no audit row, unless a person decided that it be
     * so. A row that was displaced comes back.
     *
     * @throws gatebook.store.sqlite.StoreFault of cause CONSTRAINT if another record holds its vehicle number and entry
     *     time; nothing was written then, and the transaction may go on
     */
    public void write(Writing writing) {
        EntryRow before = writing.before();
        EntryRow after = writing.after();
        String was = image(before);
        String is = image(after);
        if (before == null || EntryTable.update(session, after) == 0) {
            EntryTable.insert(session, after);
        }
        queueAndAudit(writing, was, is);
    }

    /**
     * Writes a record as the cloud has it, its base being its image, if the table does not hold it yet.
     *
     * @return false, with nothing written, if it does
     * @throws gatebook.store.sqlite.StoreFault as {@link #write} does
     */
    public boolean writeNew(EntryRow row, Origin origin) {
        if (!EntryTable.insertNew(session, row)) {
            return false;
        }
        audit.append(origin, row.entry().id(), OperationKind.CREATE, null, row.baseData());
        return true;
    }

    /** As {@link #write}, for a record that leaves its table: the caller has put {@code after} among the displaced. */
    public void setAside(Writing writing) {
        EntryTable.delete(session, writing.after().entry().id());
        queueAndAudit(writing, image(writing.before()), image(writing.after()));
    }

    /** Seals the displacement of a record for good: joined into another, it lives no longer. */
    public void joined(EntryRow row, Origin origin) {
        EntryTable.delete(session, row.entry().id());
        audit.append(origin, row.entry().id(), OperationKind.DELETE, EntryJson.encode(row.entry()), null);
    }

    /** Writes into the trail what was found out or decided about something else than a record. */
    public void note(Origin origin, String table, String id, OperationKind kind, String after) {
        audit.append(origin, new AuditLog.Subject(table, id), kind, null, after);
    }

    private void queueAndAudit(Writing writing, @Nullable String was, @Nullable String is) {
        EntryRow after = writing.after();
        Writing.Sending sending = writing.sending();
        if (sending != null) {
            QueueTable.add(session, sending, writing.origin(), after.entry().id(), payload(is, was, after.entry()));
        }
        boolean changed = was == null ? is != null : !was.equals(is);
        if (changed || writing.origin().cause() == Cause.RESOLUTION) {
            audit.append(writing.origin(), after.entry().id(), kind(was, is), was, is);
        }
    }

    private static @Nullable String image(@Nullable EntryRow row) {
        return row == null || row.isVoided() ? null : EntryJson.encode(row.entry());
    }

    /** A DELETE keeps the last image in its queue row, so that a person can see what was voided. */
    private static String payload(@Nullable String is, @Nullable String was, Entry entry) {
        return is != null ? is : was != null ? was : EntryJson.encode(entry);
    }

    private static OperationKind kind(@Nullable String was, @Nullable String is) {
        if (is == null) {
            return OperationKind.DELETE;
        }
        return was == null ? OperationKind.CREATE : OperationKind.UPDATE;
    }
}
