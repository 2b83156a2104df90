package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.push.OperationKind;
import java.time.Instant;

/** The sync fields of {@code parking_entries} when nothing else of the record changes. */
final class RecordMarks {
    /** A record in conflict stays so; else it is synced once nothing of its lane is open. */
    private static final String STATUS = """
            sync_status = CASE
                WHEN sync_status = 'conflict' THEN 'conflict'
                WHEN EXISTS (SELECT 1 FROM sync_queue WHERE lane = parking_entries.uuid AND status = 'failed')
                    THEN 'failed'
                WHEN EXISTS (SELECT 1 FROM sync_queue
                    WHERE lane = parking_entries.uuid AND status IN ('pending', 'processing', 'failed')) THEN 'pending'
                ELSE 'synced' END""";

    private static final String TAKEN_IN = "UPDATE parking_entries SET " + STATUS + """
            , remote_version = ?, remote_id = ?, last_sync_at = ?,
                base_data = CASE WHEN ? = 1 THEN NULL ELSE (SELECT data FROM sync_queue WHERE id = ?) END
            WHERE uuid = ? AND remote_version < ?""";

    private static final String KNOWN = "UPDATE parking_entries SET " + STATUS
            + ", remote_id = coalesce(remote_id, ?), last_sync_at = ? WHERE uuid = ?";

    private static final String REFRESH = "UPDATE parking_entries SET " + STATUS + ", last_sync_at = ? WHERE uuid = ?";

    private RecordMarks() {}

    /** The cloud took the operation in as {@code version}: its payload is what the cloud now holds. */
    static void takenIn(Session session, QueueRows.Done row, long version, long remoteId, Instant now) {
        boolean voided = row.kind() == OperationKind.DELETE;
        int changed = session.update(
                TAKEN_IN, version, remoteId, now, voided, row.id(), row.record().toString(), version);
        if (changed == 0) {
            session.update(KNOWN, remoteId, now, row.record().toString());
        }
    }

    /** The status follows from what is open of the record. */
    static void refresh(Session session, EntryId record, Instant now) {
        session.update(REFRESH, now, record.toString());
    }
}
