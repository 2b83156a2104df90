package gatebook.ledger.history;

import gatebook.ledger.site.Actor;
import gatebook.ledger.site.DeviceId;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.EntryId;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one record.
 *
 * @param seq its place in the site's order
 * @param madeAt by the desk's clock
 * @param committedAt by the cloud's clock
 * @param before the image before; null for a creation
 * @param after the image after; null once voided
 */
public record HistoryRow(
        long seq,
        EntryId record,
        long version,
        DeviceId device,
        DeskCode desk,
        Actor actor,
        OpId opId,
        OperationKind operation,
        Instant madeAt,
        Instant committedAt,
        @Nullable String before,
        @Nullable String after) {}
