package gatebook.store.query;

import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; null means any. Voided ones are never listed.
 *
 * @param search words that must all stand in the plate, ticket, transport, driver or notes
 * @param from the first entry time that counts
 * @param to the first entry time that no longer counts
 * @param limit how many at most, 1 to {@value #LIMIT_MAX}
 */
public record EntryFilter(
        @Nullable Status status,
        @Nullable String search,
        @Nullable VehicleType type,
        @Nullable PaymentStatus payment,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    public static final int LIMIT_MAX = 100_000;

    /** The hundred newest entries of any kind. */
    public static final EntryFilter ANY = new EntryFilter(null, null, null, null, null, null, 100);

    public EntryFilter {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a list has 1 to " + LIMIT_MAX + " rows");
        }
    }

    public EntryFilter withStatus(@Nullable Status wanted) {
        return new EntryFilter(wanted, search, type, payment, from, to, limit);
    }

    public EntryFilter withSearch(@Nullable String typed) {
        return new EntryFilter(status, typed, type, payment, from, to, limit);
    }

    public EntryFilter withType(@Nullable VehicleType wanted) {
        return new EntryFilter(status, search, wanted, payment, from, to, limit);
    }

    public EntryFilter withPayment(@Nullable PaymentStatus wanted) {
        return new EntryFilter(status, search, type, wanted, from, to, limit);
    }

    public EntryFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new EntryFilter(status, search, type, payment, first, end, limit);
    }

    public EntryFilter withLimit(int rows) {
        return new EntryFilter(status, search, type, payment, from, to, rows);
    }
}
