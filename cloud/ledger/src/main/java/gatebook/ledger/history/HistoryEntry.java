package gatebook.ledger.history;

import gatebook.ledger.site.DeviceId;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change as it is written down.
 *
 * @param madeAt by the desk's clock, whole milliseconds
 * @param committedAt by the cloud's clock, whole milliseconds
 * @param data the image after; null once voided
 */
public record HistoryEntry(
        long seq,
        EntryId record,
        long version,
        DeviceId device,
        String actor,
        OpId opId,
        OperationKind operation,
        Instant madeAt,
        Instant committedAt,
        @Nullable String data) {}
