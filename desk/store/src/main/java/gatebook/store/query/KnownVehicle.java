package gatebook.store.query;

import gatebook.rules.entry.Plate;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a vehicle by its number.
 *
 * @param inside its visits that have not ended, oldest first
 * @param newest its newest visit, ended or not; null where it never came
 */
public record KnownVehicle(List<EntryRow> inside, @Nullable EntryRow newest) {
    private static final int SHOWN_MAX = 20;

    public KnownVehicle {
        inside = List.copyOf(inside);
    }

    /** Its newest visit; empty where it never came. */
    public Optional<EntryRow> lastVisit() {
        return Optional.ofNullable(newest);
    }

    static KnownVehicle read(Session session, Currency currency, String vehicleNumber) {
        String key = Plate.keyOf(vehicleNumber);
        if (key.isEmpty()) {
            return new KnownVehicle(List.of(), null);
        }
        List<EntryRow> inside = session.list(
                        EntryReference.INSIDE_BY_PLATE, row -> EntryTable.read(row, currency), key, SHOWN_MAX)
                .reversed();
        List<EntryRow> left = session.list(EntryReference.LAST_VISIT, row -> EntryTable.read(row, currency), key, 1);
        return new KnownVehicle(
                inside,
                Stream.concat(inside.stream(), left.stream())
                        .max(Comparator.comparing(row -> row.entry().entryTime()))
                        .orElse(null));
    }
}
