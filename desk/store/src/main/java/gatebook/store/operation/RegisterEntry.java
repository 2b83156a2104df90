package gatebook.store.operation;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.Cause;
import gatebook.store.record.EntryRow;
import gatebook.store.record.EntryTable;
import gatebook.store.record.Recorder;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a vehicle in. One durable transaction takes the numbers and writes the record, its queue row and its audit row.
 * A vehicle that is inside already is written in all the same, and reported. Thread-safe.
 */
public final class RegisterEntry {
    private final Database database;
    private final LocalWriting writing;

    public RegisterEntry(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.writing = new LocalWriting(database, clock, ids);
    }

    public Outcome register(Arrival arrival) {
        List<FieldError> unusable = unusable(arrival);
        if (!unusable.isEmpty()) {
            return LocalWriting.badValue(unusable);
        }
        return database.write(Turn.GATE, session -> register(session, arrival));
    }

    private Outcome register(Session session, Arrival arrival) {
        DeskProfile desk = DeskProfile.read(session);
        Instant now = writing.now();
        Entry unnumbered = entry(arrival, desk, now);
        List<FieldError> faults = EntryRules.faults(unnumbered);
        if (!faults.isEmpty()) {
            return LocalWriting.badValue(faults);
        }
        Optional<EntryId> holder = EntryTable.holder(session, unnumbered.plate(), unnumbered.entryTime());
        if (holder.isPresent()) {
            return LocalWriting.sameVisit(holder.get());
        }
        List<EntryRow> inside = EntryTable.inside(session, unnumbered.plate(), desk.currency());
        EntryRow row = EntryRow.fresh(unnumbered.withTicket(NumberTaking.next(session, desk, now)));
        writing.create(new Recorder(session), desk, row, Cause.LOCAL);
        return new Outcome.Done(row, inside);
    }

    private Entry entry(Arrival arrival, DeskProfile desk, Instant now) {
        Instant entryTime =
                arrival.entryTime() == null ? now : arrival.entryTime().truncatedTo(ChronoUnit.MILLIS);
        return new Entry(
                writing.newEntryId(),
                NumberTaking.NOT_YET,
                Plate.of(arrival.vehicleNumber()),
                entryTime,
                new Description(
                        arrival.transportName().strip(),
                        new VehicleType(arrival.vehicleType().strip()),
                        said(arrival.driverName()),
                        said(arrival.driverContact()),
                        said(arrival.location()),
                        said(arrival.notes())),
                Stay.parked(Money.zero(desk.currency())),
                Payment.NONE,
                new Authorship(arrival.createdBy(), now, now));
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || EntryRules.saysNothing(text) ? null : text.strip();
    }

    private static List<FieldError> unusable(Arrival arrival) {
        List<FieldError> faults = new ArrayList<>();
        bounded(faults, Field.VEHICLE_NUMBER, arrival.vehicleNumber(), Plate.LENGTH_MAX);
        bounded(faults, Field.VEHICLE_TYPE, arrival.vehicleType(), VehicleType.LENGTH_MAX);
        return faults;
    }

    private static void bounded(List<FieldError> faults, Field field, String text, int lengthMax) {
        if (text.isBlank()) {
            faults.add(new FieldError(field.text(), FieldFault.BLANK, "must not be empty"));
        } else if (text.strip().length() > lengthMax) {
            String detail =
                    "at most " + lengthMax + " characters, not " + text.strip().length();
            faults.add(new FieldError(field.text(), FieldFault.TOO_LONG, detail));
        }
    }
}
