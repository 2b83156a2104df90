package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.money.Money;
import java.time.Instant;
import java.util.List;

/** A field of an entry by what a spreadsheet knows: text, whole number, amount, time. */
sealed interface Cell {
    record Text(String text) implements Cell {}

    record Whole(long number) implements Cell {}

    record Amount(Money money) implements Cell {}

    record Time(Instant at) implements Cell {}

    record Empty() implements Cell {}

    /** The columns of a table of entries, what people look for first. */
    List<Field> COLUMNS = List.of(
            Field.TICKET_NO,
            Field.SERIAL_NUMBER,
            Field.VEHICLE_NUMBER,
            Field.VEHICLE_TYPE,
            Field.TRANSPORT_NAME,
            Field.DRIVER_NAME,
            Field.DRIVER_CONTACT,
            Field.LOCATION,
            Field.ENTRY_TIME,
            Field.EXIT_TIME,
            Field.STATUS,
            Field.FEE,
            Field.PAYMENT_STATUS,
            Field.PAYMENT_TYPE,
            Field.COMPUTED_FEE,
            Field.FEE_MANUALLY_SET,
            Field.FEE_REASON,
            Field.NOTES,
            Field.CREATED_BY,
            Field.CREATED_AT,
            Field.LAST_MODIFIED,
            Field.UUID);

    static Cell of(Field column, Entry entry) {
        return switch (column.in(entry)) {
            case null -> new Empty();
            case Money money -> new Amount(money);
            case Instant at -> new Time(at);
            case Long number -> new Whole(number);
            case Status status -> new Text(status.text());
            case PaymentStatus status -> new Text(status.text());
            case Object words -> new Text(words.toString());
        };
    }
}
