package gatebook.store.file;

import gatebook.rules.entry.EntryId;
import gatebook.store.backup.Holdings;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.record.Writing;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings unsent operations from one register into an older copy of it: the records as they made them, the queue's rows
 * under their own {@code op_id}, and the open conflicts of these records. The caller gives the transaction.
 */
final class CarryingOver {
    private static final String QUEUE_COLUMNS = """
            operation, table_name, record_uuid, data, priority, retry_count, max_retries, created_at, scheduled_at, \
            last_attempt_at, error_message, status, op_id, base_version, lane, actor, payload_version, reason""";

    private static final String OPERATION = "SELECT " + QUEUE_COLUMNS + " FROM sync_queue WHERE op_id = ?";

    private static final String ADD_OPERATION =
            "INSERT INTO sync_queue (" + QUEUE_COLUMNS + ") VALUES (" + places(18) + ")";

    private static final String CONFLICT_COLUMNS = """
            table_name, record_uuid, local_data, remote_data, conflict_type, resolution_strategy, created_at, \
            base_data, remote_version, other_uuid, fields""";

    private static final String CONFLICTS = "SELECT " + CONFLICT_COLUMNS
            + " FROM sync_conflicts WHERE record_uuid = ? AND resolved_at IS NULL ORDER BY id";

    private static final String DROP_CONFLICTS = """
            DELETE FROM sync_conflicts WHERE record_uuid = ? AND resolved_at IS NULL""";

    private static final String ADD_CONFLICT =
            "INSERT INTO sync_conflicts (" + CONFLICT_COLUMNS + ") VALUES (" + places(11) + ")";

    private static final String CARRIED = """
            SELECT op_id, superseded_by, completed_at, error_message FROM sync_queue
            WHERE status = 'cancelled' AND superseded_by IS NOT NULL""";

    private static final String END_CARRIED = """
            UPDATE sync_queue SET status = 'cancelled', superseded_by = ?, completed_at = ?, error_message = ?
            WHERE op_id = ? AND status IN ('pending', 'processing')
              AND EXISTS (SELECT 1 FROM sync_queue carrier WHERE carrier.op_id = ?)""";

    private final Session from;
    private final Session into;
    private final DeskProfile desk;
    private final Origin origin;
    private final Recorder recorder;

    CarryingOver(Session from, Session into, Instant now) {
        this.from = from;
        this.into = into;
        this.recorder = new Recorder(into);
        this.desk = DeskProfile.read(from);
        this.origin =
                new Origin(Cause.REPAIR, "System", desk.deviceId(), null, now, "unsent when a backup was restored");
    }

    /** The unsent operations that {@code into} lacks, oldest first. */
    static List<String> missing(FileConnection from, FileConnection into) {
        Set<String> there = new HashSet<>(Holdings.operations(into));
        return Holdings.unsentOperations(from).stream()
                .filter(operation -> !there.contains(operation))
                .toList();
    }

    /** Brings the operations over; those that cannot come, because another record holds their vehicle and time. */
    List<String> bring(List<String> operations) {
        List<String> left = new ArrayList<>();
        Set<EntryId> records = new LinkedHashSet<>();
        for (String operation : operations) {
            List<@Nullable Object> row = from.first(OPERATION, result -> columns(result, 18), operation)
                    .orElseThrow();
            EntryId record = new EntryId(UUID.fromString(String.valueOf(row.get(2))));
            if (!records.contains(record) && !bring(record)) {
                left.add(operation);
                continue;
            }
            records.add(record);
            into.update(ADD_OPERATION, row.toArray());
        }
        endCarried();
        return left;
    }

    /** Operations whose effect one that came along carries: sent by themselves they would come twice. */
    private void endCarried() {
        from.each(
                CARRIED,
                row -> into.update(
                        END_CARRIED,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(1),
                        row.getString(2)));
    }

    private boolean bring(EntryId record) {
        Optional<EntryRow> found = EntryTable.find(from, record, desk.currency());
        if (found.isEmpty()) {
            return false; // joined into another record meanwhile
        }
        EntryRow row = found.get();
        Optional<EntryId> holder =
                EntryTable.holder(into, row.entry().plate(), row.entry().entryTime());
        if (holder.isPresent() && !holder.get().equals(record)) {
            return false;
        }
        EntryRow before = EntryTable.find(into, record, desk.currency()).orElse(null);
        recorder.write(new Writing(origin, before, row, null));
        into.update(DROP_CONFLICTS, record.toString());
        for (List<@Nullable Object> conflict : from.list(CONFLICTS, result -> columns(result, 11), record.toString())) {
            into.update(ADD_CONFLICT, conflict.toArray());
        }
        return true;
    }

    private static List<@Nullable Object> columns(ResultSet row, int count) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(count);
        for (int at = 1; at <= count; at++) {
            values.add(row.getObject(at));
        }
        return values;
    }

    private static String places(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }
}
