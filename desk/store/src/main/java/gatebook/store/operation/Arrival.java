package gatebook.store.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the attendant says of a vehicle that comes in; texts as typed, blank and {@code N/A} meaning nothing.
 *
 * @param entryTime null for now
 */
public record Arrival(
        String vehicleNumber,
        String vehicleType,
        String transportName,
        @Nullable String driverName,
        @Nullable String driverContact,
        @Nullable String location,
        @Nullable String notes,
        @Nullable Instant entryTime,
        String createdBy) {}
