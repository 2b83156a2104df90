package gatebook.rules.undo;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Fields that an undo restores or keeps together, since they only make sense so (decision 0004). All fields have a part but
 * {@code uuid}, which never changes, and {@code last_modified}, which is the time of the undo itself.
 */
public enum Part {
    NUMBERS((into, from) -> into.withTicket(from.ticket()), Field.TICKET_NO, Field.SERIAL_NUMBER),
    TRANSPORT_NAME(Field.TRANSPORT_NAME),
    VEHICLE_TYPE(Field.VEHICLE_TYPE),
    PLATE(Field.VEHICLE_NUMBER),
    DRIVER_NAME(Field.DRIVER_NAME),
    DRIVER_CONTACT(Field.DRIVER_CONTACT),
    LOCATION(Field.LOCATION),
    NOTES(Field.NOTES),
    ENTRY_TIME(Field.ENTRY_TIME),
    STAY(Field.STATUS, Field.EXIT_TIME, Field.FEE, Field.COMPUTED_FEE, Field.FEE_MANUALLY_SET, Field.FEE_REASON),
    PAYMENT(Field.PAYMENT_STATUS, Field.PAYMENT_TYPE),
    AUTHOR(Part::authored, Field.CREATED_BY, Field.CREATED_AT);

    private final BinaryOperator<Entry> copy;
    private final List<Field> fields;

    Part(Field first, Field... more) {
        this(first::copy, first, more);
    }

    Part(BinaryOperator<Entry> copy, Field first, Field... more) {
        this.copy = copy;
        this.fields = Stream.concat(Stream.of(first), List.of(more).stream()).toList();
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether both versions of a record say the same of it. */
    public boolean same(Entry one, Entry other) {
        return fields.stream().allMatch(field -> Objects.equals(field.in(one), field.in(other)));
    }

    /** The record with this part taken from another version of it. */
    public Entry copy(Entry into, Entry from) {
        return copy.apply(into, from);
    }

    private static Entry authored(Entry into, Entry from) {
        Authorship by = from.authorship();
        return into.with(
                new Authorship(by.createdBy(), by.createdAt(), into.authorship().lastModified()));
    }
}
