package gatebook.store.record;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OperationKind;

/** Adding to {@code sync_queue}; what becomes of the rows afterwards is the exchange's matter. */
final class QueueTable {
    private static final String ADD = """
            INSERT INTO sync_queue (
                operation, table_name, record_uuid, data, created_at, scheduled_at, op_id, lane, actor, payload_version,
                reason)
            VALUES (?, 'parking_entries', ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /**
     * Marked by its message as refused, with no effect at the cloud; due since it was made, whatever the clock says. The
     * three statuses stand there word for word as in the index of open lanes, since only so it is used.
     */
    private static final String WAKE = """
            UPDATE sync_queue SET status = 'pending', scheduled_at = created_at
            WHERE lane = ? AND status IN ('pending', 'processing', 'failed') AND status <> 'processing'
                AND last_attempt_at IS NOT NULL AND error_message IS NOT NULL""";

    private QueueTable() {}

    /**
     * Adds the newest operation of its lane. What the cloud had refused of the record waits no longer, nor has it failed:
     * the new operation carries it when both are folded.
     */
    static void add(Session session, Writing.Sending sending, Origin origin, EntryId record, String data) {
        if (sending.kind() != OperationKind.CREATE) {
            session.update(WAKE, record.toString());
        }
        session.update(
                ADD,
                sending.kind().name(),
                record.toString(),
                data,
                origin.at(),
                origin.at(),
                sending.opId().toString(),
                record.toString(),
                origin.actor(),
                EntryJson.VERSION,
                origin.reason());
    }
}
