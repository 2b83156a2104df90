package gatebook.store.operation;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.Stay;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.rules.tariff.Quote;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.LocalWriting.Asked;
import gatebook.store.operation.LocalWriting.Decision;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Database;
import gatebook.wire.push.OperationKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes a vehicle out and settles its fee, in one durable transaction. Thread-safe. */
public final class RegisterExit {
    private final LocalWriting writing;

    public RegisterExit(Database database, Clock clock, IdSource ids) {
        this.writing = new LocalWriting(database, clock, ids);
    }

    public Outcome register(EntryId id, Departure departure) {
        if (departure.fee() != null && EntryRules.saysNothing(departure.reason())) {
            return LocalWriting.refused(Refusal.REASON_MISSING, "a fee set by hand needs a reason");
        }
        Asked asked = new Asked(departure.actor(), departure.reason());
        return writing.amend(id, asked, (desk, row) -> decide(desk, row, departure));
    }

    private Decision decide(DeskProfile desk, EntryRow row, Departure departure) {
        Entry entry = row.entry();
        if (!entry.isInside()) {
            String detail = entry.plate() + " (" + entry.ticket().number() + ") left at "
                    + entry.stay().exitTime();
            return refuse(Refusal.ALREADY_EXITED, detail);
        }
        Instant exit = departure.exitTime() == null
                ? writing.now()
                : departure.exitTime().truncatedTo(ChronoUnit.MILLIS);
        if (!exit.isBefore(EntryRules.TIME_END)) {
            FieldError absurd =
                    new FieldError(Field.EXIT_TIME.text(), FieldFault.ABSURD_TIME, "a time lies between 1970 and 2199");
            return new Decision.Refuse(LocalWriting.badValue(List.of(absurd)));
        }
        Quote quote = desk.yard().rates().quote(entry.description().vehicleType(), entry.entryTime(), exit);
        return switch (quote) {
            case Quote.ExitBeforeEntry() ->
                refuse(Refusal.EXIT_BEFORE_ENTRY, entry.plate() + " came in at " + entry.entryTime());
            case Quote.Priced(Money computed, long days) ->
                new Decision.Write(left(entry, departure, exit, computed), OperationKind.UPDATE);
        };
    }

    private static Entry left(Entry entry, Departure departure, Instant exit, Money computed) {
        Money fee = departure.fee() == null ? computed : departure.fee();
        Stay stay = new Stay(Status.EXITED, exit, fee, computed, departure.fee() != null, departure.reason());
        return entry.with(stay).with(payment(departure.settlement()));
    }

    private static Payment payment(Departure.Settlement settlement) {
        return switch (settlement) {
            case CASH, ONLINE -> {
                String name = settlement.name();
                yield new Payment(
                        PaymentStatus.PAID, name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
            }
            case UNPAID -> Payment.NONE;
        };
    }

    private static Decision refuse(Refusal refusal, String detail) {
        return new Decision.Refuse(LocalWriting.refused(refusal, detail));
    }
}
