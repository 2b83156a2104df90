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
    private Recorder() {}

    /** Writes the change. A change of nothing but the sync fields leaves no audit row and may send nothing. */
    public static void write(Session session, Writing writing) {
        EntryRow before = writing.before();
        EntryRow after = writing.after();
        String was = before == null || before.isVoided() ? null : EntryJson.encode(before.entry());
        String is = after.isVoided() ? null : EntryJson.encode(after.entry());
        if (before == null) {
            EntryTable.insert(session, after);
        } else {
            EntryTable.update(session, after);
        }
        Writing.Sending sending = writing.sending();
        if (sending != null) {
            QueueTable.add(session, sending, writing.origin(), after.entry().id(), payload(is, was, after.entry()));
        }
        if (was == null ? is != null : !was.equals(is)) {
            AuditLog.append(session, writing.origin(), after.entry().id(), kind(was, is), was, is);
        }
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
