package gatebook.files.importing;

import gatebook.files.importing.Issue.Kind;
import gatebook.files.salvage.Position;
import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entry of one object of the old file. Nothing is invented: a stand-in for what is missing says that it is one,
 * or is another value of the same object. An object that has no time at all is set aside.
 */
final class EntryReading {
    private static final EntryId NO_ID = new EntryId(new UUID(0, 0));
    private static final TicketNo NO_NUMBER = new TicketNo("OLD");
    private static final String UNKNOWN = "UNKNOWN";
    private static final String AUTHOR = "System";
    private static final int NAME_MAX = 200;
    private static final int WORD_MAX = 60;
    private static final int NOTES_MAX = 10_000;
    private static final int HASH_CHARS = 6;

    private final LegacyObject object;
    private final ObjectFields fields;

    EntryReading(LegacyObject object, Position at, Site site) {
        this.object = object;
        this.fields = new ObjectFields(object, at, site);
    }

    Finding read() {
        Optional<Instant> created = fields.time(LegacyField.CREATED_AT);
        Optional<Instant> modified = fields.time(LegacyField.LAST_MODIFIED);
        Optional<Instant> exit = fields.time(LegacyField.EXIT_TIME);
        Optional<Instant> entered = fields.time(LegacyField.ENTRY_TIME);
        Money fee = fields.fee();
        if (entered.isEmpty()) {
            entered =
                    Stream.of(created, exit, modified).flatMap(Optional::stream).min(Instant::compareTo);
            if (entered.isEmpty()) {
                fields.note(Kind.NO_ENTRY_TIME, "no time at all; set aside");
                return setAside(fee);
            }
            fields.note(Kind.NO_ENTRY_TIME, "took " + entered.get() + " instead");
        }
        Instant entryTime = entered.get();
        Stay stay = stay(fee, entryTime, exit.orElse(null), modified.orElse(null));
        Instant lastKnown = stay.exitTime() == null ? entryTime : stay.exitTime();
        String author = fields.text(LegacyField.CREATED_BY, NAME_MAX);
        Entry entry = new Entry(
                NO_ID,
                new Ticket(NO_NUMBER, fields.serial()),
                plate(),
                entryTime,
                description(),
                stay,
                payment(),
                new Authorship(
                        author == null ? AUTHOR : author, created.orElse(entryTime), modified.orElse(lastKnown)));
        entry = entry.with(
                entry.description().withNotes(notes(entry.description().notes())));
        List<FieldError> faults = EntryRules.faults(entry);
        if (!faults.isEmpty()) {
            fields.note(
                    Kind.REFUSED,
                    faults.getFirst().field() + ": " + faults.getFirst().detail());
            return setAside(fee);
        }
        return new Finding.Kept(entry, fields.issues(), fields.feeSetAside());
    }

    private Finding setAside(Money fee) {
        BigDecimal amount = fee.major().add(fields.feeSetAside());
        return new Finding.SetAside(fields.issues(), amount);
    }

    private Plate plate() {
        String written = fields.text(LegacyField.VEHICLE_NUMBER, Plate.LENGTH_MAX);
        if (written != null) {
            return new Plate(written);
        }
        // Not one word for all: two of them inside would be taken for one vehicle.
        String standIn =
                UNKNOWN + "-" + object.digest().hex().substring(0, HASH_CHARS).toUpperCase(Locale.ROOT);
        fields.note(Kind.NO_VEHICLE_NUMBER, "took " + standIn + " instead");
        return new Plate(standIn);
    }

    private Description description() {
        String transport = fields.text(LegacyField.TRANSPORT_NAME, NAME_MAX);
        if (transport == null) {
            fields.note(Kind.NO_TRANSPORT_NAME, "took " + UNKNOWN + " instead");
        }
        Optional<VehicleType> type = fields.vehicleType();
        if (type.isEmpty()) {
            fields.note(Kind.NO_VEHICLE_TYPE, "took " + UNKNOWN + " instead");
        }
        return new Description(
                transport == null ? UNKNOWN : transport,
                type.orElseGet(() -> new VehicleType(UNKNOWN)),
                fields.text(LegacyField.DRIVER_NAME, NAME_MAX),
                fields.text(LegacyField.DRIVER_CONTACT, NAME_MAX),
                fields.text(LegacyField.LOCATION, NAME_MAX),
                fields.text(LegacyField.NOTES, NOTES_MAX));
    }

    private @Nullable String notes(@Nullable String written) {
        StringBuilder notes = new StringBuilder(written == null ? "" : written);
        for (String overlong : fields.overlong()) {
            // The notes cannot hold the rest of themselves; the raw object does.
            if (!overlong.startsWith(LegacyField.NOTES.text() + ":")) {
                notes.append(notes.isEmpty() ? "" : "\n").append(overlong);
            }
        }
        if (notes.isEmpty()) {
            return written;
        }
        return notes.length() <= NOTES_MAX ? notes.toString() : ObjectFields.cut(notes.toString(), NOTES_MAX);
    }

    private Stay stay(Money fee, Instant entryTime, @Nullable Instant exit, @Nullable Instant modified) {
        Status status = status(exit);
        Instant exitTime = exit;
        if (exitTime == null && status == Status.EXITED) {
            exitTime = modified == null || modified.isBefore(entryTime) ? entryTime : modified;
            fields.note(Kind.EXIT_WITHOUT_TIME, "took " + exitTime + " instead");
        }
        if (exitTime != null && exitTime.isBefore(entryTime)) {
            fields.note(Kind.EXIT_BEFORE_ENTRY, "exit " + exitTime + ", entry " + entryTime + "; took the entry time");
            exitTime = entryTime;
        }
        return new Stay(status, exitTime, fee, null, false, null);
    }

    private Status status(@Nullable Instant exit) {
        Optional<String> words = fields.words(LegacyField.STATUS);
        Optional<Status> status = words.flatMap(StatusWords::status);
        if (status.isPresent()) {
            return status.get();
        }
        Status likely = exit != null ? Status.EXITED : Status.PARKED;
        fields.note(
                Kind.STATUS_UNKNOWN, words.map(ObjectFields::shown).orElse("no status") + "; took " + likely.text());
        return likely;
    }

    private Payment payment() {
        Optional<String> words = fields.words(LegacyField.PAYMENT_STATUS);
        Optional<PaymentStatus> status = words.flatMap(StatusWords::payment);
        if (words.isPresent() && status.isEmpty()) {
            fields.note(Kind.PAYMENT_STATUS_UNKNOWN, ObjectFields.shown(words.get()) + "; took Unpaid");
        }
        return new Payment(status.orElse(PaymentStatus.UNPAID), fields.text(LegacyField.PAYMENT_TYPE, WORD_MAX));
    }
}
