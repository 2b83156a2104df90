package gatebook.store.record;

import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record.
 *
 * @param before the row as it stands; null for a new record
 * @param after the row as it shall stand
 * @param sending what goes to the cloud for it; null when the cloud knows already
 */
public record Writing(
        Origin origin,
        @Nullable EntryRow before,
        EntryRow after,
        @Nullable Sending sending) {

    /** An operation to queue: its id is made by the caller, so that it can tell it on. */
    public record Sending(OpId opId, OperationKind kind) {}
}
