package gatebook.store.record;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryJson;

/** Adding to {@code sync_queue}; what becomes of the rows afterwards is the exchange's matter. */
final class QueueTable {
    private static final String ADD = """
            INSERT INTO sync_queue (
                operation, table_name, record_uuid, data, created_at, scheduled_at, op_id, lane, actor, payload_version,
                reason)
            VALUES (?, 'parking_entries', ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private QueueTable() {}

    static void add(Session session, Writing.Sending sending, Origin origin, EntryId record, String data) {
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
