package gatebook.ledger.entries;

import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null leaves a field out of account.
 *
 * @param plate any spelling of it
 * @param transportName exactly, but for case
 * @param from the earliest entry time, included
 * @param to the latest entry time, excluded
 */
public record EntryFilter(
        @Nullable Status status,
        @Nullable Plate plate,
        @Nullable String transportName,
        @Nullable VehicleType vehicleType,
        @Nullable PaymentStatus paymentStatus,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Every live entry. */
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null, null);
}
