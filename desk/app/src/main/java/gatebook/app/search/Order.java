package gatebook.app.search;

import gatebook.rules.entry.Field;
import gatebook.store.record.EntryRow;
import java.util.Comparator;
import java.util.Locale;

/** The orders that the list offers without a mouse. */
enum Order {
    NEWEST(Field.ENTRY_TIME),
    OLDEST(Field.ENTRY_TIME),
    VEHICLE(Field.VEHICLE_NUMBER),
    TRANSPORT(Field.TRANSPORT_NAME),
    HIGHEST_FEE(Field.FEE),
    EXIT(Field.EXIT_TIME);

    private final Field field;

    Order(Field field) {
        this.field = field;
    }

    Comparator<EntryRow> comparator() {
        Comparator<EntryRow> rising = Column.by(field);
        return switch (this) {
            case NEWEST, HIGHEST_FEE, EXIT -> rising.reversed();
            case OLDEST, VEHICLE, TRANSPORT -> rising;
        };
    }

    /** Names it among the words. */
    String key() {
        return "search.order." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
