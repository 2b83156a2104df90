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
 * @param transport words that must all stand in the transport's name
 * @param from the first entry time that counts
 * @param to the first entry time that no longer counts
 * @param limit how many at most, 1 to {@value #LIMIT_MAX}
 */
public record EntryFilter(
        @Nullable Status status,
        @Nullable String search,
        @Nullable String transport,
        @Nullable VehicleType type,
        @Nullable PaymentStatus payment,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    public static final int LIMIT_MAX = 100_000;

    /** The hundred newest entries of any kind. */
    public static final EntryFilter ANY = new EntryFilter(null, null, null, null, null, null, null, 100);

    public EntryFilter {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a list has 1 to " + LIMIT_MAX + " rows");
        }
    }

    public EntryFilter withStatus(@Nullable Status wanted) {
        return new EntryFilter(wanted, search, transport, type, payment, from, to, limit);
    }

    public EntryFilter withSearch(@Nullable String typed) {
        return new EntryFilter(status, typed, transport, type, payment, from, to, limit);
    }

    public EntryFilter withTransport(@Nullable String name) {
        return new EntryFilter(status, search, name, type, payment, from, to, limit);
    }

    public EntryFilter withType(@Nullable VehicleType wanted) {
        return new EntryFilter(status, search, transport, wanted, payment, from, to, limit);
    }

    public EntryFilter withPayment(@Nullable PaymentStatus wanted) {
        return new EntryFilter(status, search, transport, type, wanted, from, to, limit);
    }

    public EntryFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new EntryFilter(status, search, transport, type, payment, first, end, limit);
    }

    /** All that was typed to search by, of any field; null where nothing was. */
    @Nullable
    String typed() {
        return search == null ? transport : transport == null ? search : search + " " + transport;
    }

    public EntryFilter withLimit(int rows) {
        return new EntryFilter(status, search, transport, type, payment, from, to, rows);
    }
}
