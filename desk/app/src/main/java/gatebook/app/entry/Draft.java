package gatebook.app.entry;

import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.store.operation.Arrival;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in the form: typed, half typed, or filled in from what is known. A field that is missing is empty. */
record Draft(Map<EntryField, String> texts) {
    static final Draft EMPTY = new Draft(Map.of());

    /** Fields without which nothing is written. */
    private static final Set<EntryField> NEEDED =
            Set.of(EntryField.VEHICLE_NUMBER, EntryField.VEHICLE_TYPE, EntryField.TRANSPORT_NAME);

    Draft {
        texts = Map.copyOf(texts);
    }

    String text(EntryField field) {
        return texts.getOrDefault(field, "");
    }

    boolean isBlank() {
        return texts.values().stream().allMatch(String::isBlank);
    }

    Draft with(EntryField field, String text) {
        Map<EntryField, String> changed = new EnumMap<>(EntryField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new Draft(changed);
    }

    /** With what is known filled into the empty fields. */
    Draft filledFrom(Draft known) {
        Draft filled = this;
        for (Map.Entry<EntryField, String> each : known.texts().entrySet()) {
            if (text(each.getKey()).isBlank()) {
                filled = filled.with(each.getKey(), each.getValue());
            }
        }
        return filled;
    }

    /** Without what was filled in for another vehicle. */
    Draft without(Draft filledBefore) {
        Draft cleared = this;
        for (EntryField field : filledBefore.texts().keySet()) {
            if (text(field).equals(filledBefore.text(field))) {
                cleared = cleared.with(field, "");
            }
        }
        return cleared;
    }

    /** What a vehicle's last visit says of its next one. Notes belong to one visit and are not carried on. */
    static Draft known(Entry lastVisit) {
        Description noted = lastVisit.description();
        Map<EntryField, String> known = new EnumMap<>(EntryField.class);
        known.put(EntryField.VEHICLE_TYPE, noted.vehicleType().name());
        known.put(EntryField.TRANSPORT_NAME, noted.transportName());
        put(known, EntryField.DRIVER_NAME, noted.driverName());
        put(known, EntryField.DRIVER_CONTACT, noted.driverContact());
        put(known, EntryField.LOCATION, noted.location());
        return new Draft(known);
    }

    private static void put(Map<EntryField, String> known, EntryField field, @Nullable String text) {
        if (text != null) {
            known.put(field, text);
        }
    }

    /**
     * Where Enter leads from a field: to the next one; from the number of a vehicle of which all that is needed is known, to
     * the button that saves, which is empty here, as is what follows the last field.
     */
    Optional<EntryField> after(EntryField field) {
        boolean known = NEEDED.stream().noneMatch(each -> text(each).isBlank());
        if (field == EntryField.VEHICLE_NUMBER && known) {
            return Optional.empty();
        }
        return field.next();
    }

    /** What it asks to be written, by whom. */
    Arrival arrival(String attendant) {
        return new Arrival(
                text(EntryField.VEHICLE_NUMBER),
                text(EntryField.VEHICLE_TYPE),
                text(EntryField.TRANSPORT_NAME),
                text(EntryField.DRIVER_NAME),
                text(EntryField.DRIVER_CONTACT),
                text(EntryField.LOCATION),
                text(EntryField.NOTES),
                null,
                attendant);
    }
}
