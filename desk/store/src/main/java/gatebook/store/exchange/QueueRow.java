package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sync_queue} that has not ended.
 *
 * @param baseVersion null until the first attempt, but for a row that must not be folded
 * @param attempt what is known of earlier attempts
 */
record QueueRow(
        long id,
        OpId opId,
        OperationKind kind,
        EntryId record,
        String data,
        Instant madeAt,
        String actor,
        @Nullable Long baseVersion,
        int retryCount,
        int maxRetries,
        Attempt attempt) {

    /** Whether the row is sent as it is: the cloud may have it already, or the next of its lane builds on it. */
    boolean goesAlone() {
        return attempt == Attempt.UNKNOWN || attempt == Attempt.NEVER && baseVersion != null;
    }

    /** The cloud rejected it so often that a person was asked. */
    boolean hadFailed() {
        return attempt == Attempt.REJECTED && retryCount > maxRetries;
    }

    /** What the cloud may know of the operation. */
    enum Attempt {
        /** It was never sent: it may still be folded into another. */
        NEVER,
        /** It was sent, and no verdict came back: the cloud may have it. */
        UNKNOWN,
        /** The cloud rejected it: it has no effect there. */
        REJECTED
    }
}
