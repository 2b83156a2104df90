package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.push.OutgoingOperation;
import java.time.Instant;

/** The sync fields of {@code parking_entries} when nothing else of the record changes. */
final class RecordMarks {
    /** A record in conflict stays so; else it is synced once nothing of its lane is open. */
    private static final String STATUS = """
            sync_status = CASE sync_status WHEN 'conflict' THEN 'conflict' ELSE (
                SELECT CASE WHEN count(*) = 0 THEN 'synced' WHEN max(status = 'failed') THEN 'failed' ELSE 'pending' END
                FROM sync_queue WHERE lane = parking_entries.uuid AND status IN ('pending', 'processing', 'failed')) END""";

    private static final String TAKEN_IN = "UPDATE parking_entries SET " + STATUS + """
            , remote_version = ?, remote_id = ?, last_sync_at = ?, base_data = ?
            WHERE uuid = ? AND remote_version < ?""";

    private static final String KNOWN = "UPDATE parking_entries SET " + STATUS
            + ", remote_id = coalesce(remote_id, ?), last_sync_at = ? WHERE uuid = ?";

    private static final String REFRESH = "UPDATE parking_entries SET " + STATUS + ", last_sync_at = ? WHERE uuid = ?";

    private RecordMarks() {}

    /**
     * The cloud took the operation in as {@code version}: its payload is what the cloud now holds.
     *
     * @return false if the record is not in its table
     */
    static boolean takenIn(Session session, OutgoingOperation asked, long version, long remoteId, Instant now) {
        String record = asked.record().toString();
        int changed = session.update(TAKEN_IN, version, remoteId, now, asked.data(), record, version);
        return changed > 0 || session.update(KNOWN, remoteId, now, record) > 0;
    }

    /** The status follows from what is open of the record. */
    static void refresh(Session session, EntryId record, Instant now) {
        session.update(REFRESH, now, record.toString());
    }
}
