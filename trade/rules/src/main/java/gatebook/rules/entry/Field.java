package gatebook.rules.entry;

import static gatebook.rules.entry.FieldGroup.DESCRIPTION;
import static gatebook.rules.entry.FieldGroup.IDENTITY;
import static gatebook.rules.entry.FieldGroup.PAYMENT;
import static gatebook.rules.entry.FieldGroup.PLATE;
import static gatebook.rules.entry.FieldGroup.STAY;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of an entry by its one name in the store, on the wire and on the command line, in the order of printing. */
public enum Field {
    UUID("uuid", IDENTITY, Entry::id, keep()),
    TICKET_NO("ticket_no", IDENTITY, e -> e.ticket().number(), keep()),
    SERIAL_NUMBER("serial_number", IDENTITY, e -> e.ticket().serialNumber(), keep()),
    TRANSPORT_NAME(
            "transport_name",
            DESCRIPTION,
            e -> e.description().transportName(),
            described((d, from) -> d.withTransportName(from.transportName()))),
    VEHICLE_TYPE(
            "vehicle_type",
            DESCRIPTION,
            e -> e.description().vehicleType(),
            described((d, from) -> d.withVehicleType(from.vehicleType()))),
    VEHICLE_NUMBER("vehicle_number", PLATE, Entry::plate, (into, from) -> into.withPlate(from.plate())),
    DRIVER_NAME(
            "driver_name",
            DESCRIPTION,
            e -> e.description().driverName(),
            described((d, from) -> d.withDriverName(from.driverName()))),
    DRIVER_CONTACT(
            "driver_contact",
            DESCRIPTION,
            e -> e.description().driverContact(),
            described((d, from) -> d.withDriverContact(from.driverContact()))),
    LOCATION(
            "location",
            DESCRIPTION,
            e -> e.description().location(),
            described((d, from) -> d.withLocation(from.location()))),
    NOTES("notes", DESCRIPTION, e -> e.description().notes(), described((d, from) -> d.withNotes(from.notes()))),
    ENTRY_TIME(
            "entry_time",
            FieldGroup.ENTRY_TIME,
            Entry::entryTime,
            (into, from) -> into.withEntryTime(from.entryTime())),
    EXIT_TIME("exit_time", STAY, e -> e.stay().exitTime(), stay()),
    STATUS("status", STAY, e -> e.stay().status(), stay()),
    FEE("fee", STAY, e -> e.stay().fee(), stay()),
    COMPUTED_FEE("computed_fee", STAY, e -> e.stay().computedFee(), stay()),
    FEE_MANUALLY_SET("fee_manually_set", STAY, e -> e.stay().feeManuallySet(), stay()),
    FEE_REASON("fee_reason", STAY, e -> e.stay().feeReason(), stay()),
    PAYMENT_STATUS("payment_status", PAYMENT, e -> e.payment().status(), payment()),
    PAYMENT_TYPE("payment_type", PAYMENT, e -> e.payment().type(), payment()),
    CREATED_BY("created_by", IDENTITY, e -> e.authorship().createdBy(), keep()),
    CREATED_AT("created_at", IDENTITY, e -> e.authorship().createdAt(), keep()),
    LAST_MODIFIED("last_modified", IDENTITY, e -> e.authorship().lastModified(), keep());

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::text, UnaryOperator.identity()));

    private final String text;
    private final FieldGroup group;
    private final Function<Entry, @Nullable Object> value;
    private final BinaryOperator<Entry> copy;

    Field(String text, FieldGroup group, Function<Entry, @Nullable Object> value, BinaryOperator<Entry> copy) {
        this.text = text;
        this.group = group;
        this.value = value;
        this.copy = copy;
    }

    public static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The seed's column name. */
    public String text() {
        return text;
    }

    public FieldGroup group() {
        return group;
    }

    /** The field's value, comparable by {@code equals}; null where it is not set. */
    public @Nullable Object in(Entry entry) {
        return value.apply(entry);
    }

    /**
     * The entry with this field taken from another version of it, together with the rest of the field's group; fields of
     * {@link FieldGroup#IDENTITY} stay as they are.
     */
    public Entry copy(Entry into, Entry from) {
        return copy.apply(into, from);
    }

    /** Whether the two fields come from one side of a merge; a field does with itself. */
    public boolean movesWith(Field other) {
        return this == other || group == other.group && group != DESCRIPTION;
    }

    private static BinaryOperator<Entry> keep() {
        return (into, from) -> into;
    }

    private static BinaryOperator<Entry> stay() {
        return (into, from) -> into.with(from.stay());
    }

    private static BinaryOperator<Entry> payment() {
        return (into, from) -> into.with(from.payment());
    }

    private static BinaryOperator<Entry> described(BinaryOperator<Description> one) {
        return (into, from) -> into.with(one.apply(into.description(), from.description()));
    }
}
