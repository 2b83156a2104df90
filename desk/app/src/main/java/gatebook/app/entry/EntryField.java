package gatebook.app.entry;

import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an attendant is asked of a vehicle that comes in, in the order of asking. */
enum EntryField {
    VEHICLE_NUMBER(Field.VEHICLE_NUMBER),
    VEHICLE_TYPE(Field.VEHICLE_TYPE),
    TRANSPORT_NAME(Field.TRANSPORT_NAME),
    DRIVER_NAME(Field.DRIVER_NAME),
    DRIVER_CONTACT(Field.DRIVER_CONTACT),
    LOCATION(Field.LOCATION),
    NOTES(Field.NOTES);

    private final Field field;

    EntryField(Field field) {
        this.field = field;
    }

    /** The field of a fault, where it is asked here. */
    static Optional<EntryField> of(FieldError fault) {
        return Arrays.stream(values())
                .filter(each -> each.field.text().equals(fault.field()))
                .findFirst();
    }

    /** The one that is asked next; empty after the last. */
    Optional<EntryField> next() {
        List<EntryField> all = List.of(values());
        int next = all.indexOf(this) + 1;
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }

    /** Names it among the words and the nodes. */
    String id() {
        return "entry." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String nodeId() {
        return id().replace('.', '-');
    }
}
