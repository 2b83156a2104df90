package gatebook.wire.push;

import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the cloud answers of one operation. Images are JSON as {@link gatebook.wire.entry.EntryJson} writes it. */
public sealed interface OpOutcome {
    /**
     * The operation took effect just now.
     *
     * @param seq its place in the site's order of changes
     * @param warning the other record, where the same vehicle is now inside twice
     */
    record Applied(long version, long remoteId, long seq, Optional<Warning> warning) implements OpOutcome {}

    /** The operation had taken effect before; it did not again. */
    record Duplicate(long version, long remoteId) implements OpOutcome {}

    /**
     * The record has moved on at the cloud; nothing was changed.
     *
     * @param version the cloud's; 0 when the site holds no such record
     * @param data the cloud's image; null when it holds none
     */
    record Conflict(
            ConflictType type,
            long version,
            Standing standing,
            @Nullable String data) implements OpOutcome {}

    /** The operation can never take effect as it is. */
    record Rejected(List<FieldError> errors) implements OpOutcome {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /** No verdict this time; also what a desk makes of an outcome that it does not know. */
    record RetryLater() implements OpOutcome {}

    /** The other record of a warning. */
    record Warning(ConflictType type, String data) {}

    /** Whether the cloud's record lives. */
    enum Standing {
        LIVE,
        VOIDED
    }
}
