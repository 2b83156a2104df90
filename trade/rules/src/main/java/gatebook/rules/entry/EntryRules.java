package gatebook.rules.entry;

import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What no entry may hold, wherever it comes from: limits of single fields and contradictions between them. */
public final class EntryRules {
    /** The first instant that is taken for a time at a gate. */
    public static final Instant TIME_MIN = Instant.parse("1970-01-01T00:00:00Z");

    /** The first instant that no longer is. */
    public static final Instant TIME_END = Instant.parse("2200-01-01T00:00:00Z");

    private static final int NAME_MAX = 200;
    private static final int WORD_MAX = 60;
    private static final int REASON_MAX = 500;
    private static final int NOTES_MAX = 10_000;

    private EntryRules() {}

    /** Everything wrong with the entry, in a steady order; empty if it may be kept. */
    public static List<FieldError> faults(Entry entry) {
        List<FieldError> faults = new ArrayList<>();
        numbers(faults, entry);
        described(faults, entry.description());
        required(faults, Field.VEHICLE_NUMBER, entry.plate().typed(), Plate.LENGTH_MAX);
        time(faults, Field.ENTRY_TIME, entry.entryTime());
        stay(faults, entry);
        text(faults, Field.PAYMENT_TYPE, entry.payment().type(), WORD_MAX);
        required(faults, Field.CREATED_BY, entry.authorship().createdBy(), NAME_MAX);
        time(faults, Field.CREATED_AT, entry.authorship().createdAt());
        time(faults, Field.LAST_MODIFIED, entry.authorship().lastModified());
        return List.copyOf(faults);
    }

    /** Whether a descriptive value says nothing: null, blank, or the old program's {@code N/A}. */
    public static boolean saysNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank() || text.strip().equalsIgnoreCase("N/A");
            case VehicleType type -> saysNothing(type.name());
            case Object _ -> false;
        };
    }

    private static void numbers(List<FieldError> faults, Entry entry) {
        required(faults, Field.TICKET_NO, entry.ticket().number().text(), TicketNo.LENGTH_MAX);
        if (entry.ticket().serialNumber() < 0) {
            add(faults, Field.SERIAL_NUMBER, FieldFault.NEGATIVE, "a serial number is not below zero");
        }
    }

    private static void described(List<FieldError> faults, Description noted) {
        required(faults, Field.TRANSPORT_NAME, noted.transportName(), NAME_MAX);
        required(faults, Field.VEHICLE_TYPE, noted.vehicleType().name(), VehicleType.LENGTH_MAX);
        text(faults, Field.DRIVER_NAME, noted.driverName(), NAME_MAX);
        text(faults, Field.DRIVER_CONTACT, noted.driverContact(), NAME_MAX);
        text(faults, Field.LOCATION, noted.location(), NAME_MAX);
        text(faults, Field.NOTES, noted.notes(), NOTES_MAX);
    }

    private static void stay(List<FieldError> faults, Entry entry) {
        Stay stay = entry.stay();
        Instant exit = stay.exitTime();
        time(faults, Field.EXIT_TIME, exit);
        if (exit != null && exit.isBefore(entry.entryTime())) {
            add(faults, Field.EXIT_TIME, FieldFault.EXIT_BEFORE_ENTRY, "the exit lies before the entry; correct one");
        }
        if (exit == null && stay.status() == Status.EXITED) {
            add(faults, Field.EXIT_TIME, FieldFault.EXIT_WITHOUT_TIME, "an exited vehicle has a time of exit");
        }
        amount(faults, Field.FEE, stay.fee());
        amount(faults, Field.COMPUTED_FEE, stay.computedFee());
        text(faults, Field.FEE_REASON, stay.feeReason(), REASON_MAX);
    }

    private static void amount(List<FieldError> faults, Field field, @Nullable Money amount) {
        if (amount != null && amount.isNegative()) {
            add(faults, field, FieldFault.NEGATIVE, "a fee is not below zero");
        }
    }

    private static void required(List<FieldError> faults, Field field, String value, int lengthMax) {
        if (value.isBlank()) {
            add(faults, field, FieldFault.BLANK, "must not be empty");
        }
        text(faults, field, value, lengthMax);
    }

    private static void text(List<FieldError> faults, Field field, @Nullable String value, int lengthMax) {
        if (value == null) {
            return;
        }
        if (value.length() > lengthMax) {
            add(faults, field, FieldFault.TOO_LONG, "at most " + lengthMax + " characters, not " + value.length());
        }
        if (!isReadable(value)) {
            add(faults, field, FieldFault.BAD_TEXT, "holds a control character or half a character; type it anew");
        }
    }

    private static void time(List<FieldError> faults, Field field, @Nullable Instant time) {
        if (time != null && (time.isBefore(TIME_MIN) || !time.isBefore(TIME_END))) {
            add(faults, field, FieldFault.ABSURD_TIME, "a time lies between 1970 and 2199");
        }
    }

    /** Tabs and line ends pass; NUL, other control characters and lone surrogates do not. */
    public static boolean isReadable(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || at + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static void add(List<FieldError> faults, Field field, FieldFault fault, String detail) {
        faults.add(new FieldError(field.text(), fault, detail));
    }
}
