package gatebook.store.operation;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code sync_queue} where a person decides over what has no verdict yet. */
final class OpenOperations {
    private static final String COLUMNS = """
            SELECT id, record_uuid, status, last_attempt_at IS NOT NULL AND error_message IS NULL FROM sync_queue""";

    private static final String FIND = COLUMNS + " WHERE id = ?";

    private static final String OF_RECORD =
            COLUMNS + " WHERE lane = ? AND status IN ('pending', 'processing', 'failed') ORDER BY id";

    private static final String DUE_NOW = "UPDATE sync_queue SET status = 'pending', scheduled_at = ? WHERE id = ?";

    private static final String CANCEL = """
            UPDATE sync_queue SET status = 'cancelled', completed_at = ?, error_message = ? WHERE id = ?""";

    private OpenOperations() {}

    /** How far an operation has come. */
    enum State {
        /** It waits, and the cloud has no effect of it. */
        WAITING,
        /** The cloud refused it for good. */
        FAILED,
        /** It was sent, and the answer is not here yet. */
        UNDER_WAY,
        ENDED
    }

    record Operation(long id, EntryId record, State state) {}

    static Optional<Operation> find(Session session, long id) {
        return session.first(FIND, OpenOperations::read, id);
    }

    static List<Operation> ofRecord(Session session, EntryId record) {
        return session.list(OF_RECORD, OpenOperations::read, record.toString());
    }

    static void dueNow(Session session, Operation operation, Instant now) {
        session.update(DUE_NOW, now, operation.id());
    }

    static void cancel(Session session, Operation operation, String why, Instant now) {
        session.update(CANCEL, now, why, operation.id());
    }

    private static Operation read(ResultSet row) throws SQLException {
        boolean unanswered = row.getInt(4) == 1;
        State state = switch (row.getString(3)) {
            case "pending" -> unanswered ? State.UNDER_WAY : State.WAITING;
            case "processing" -> State.UNDER_WAY;
            case "failed" -> State.FAILED;
            default -> State.ENDED;
        };
        return new Operation(row.getLong(1), new EntryId(UUID.fromString(row.getString(2))), state);
    }
}
