package gatebook.store;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries that another desk of the site wrote. */
public final class Visits {
    private static final Currency INR = Currency.getInstance("INR");

    private Visits() {}

    /** A vehicle that came in this morning. */
    public static Entry parked(long number, String plate) {
        return new Entry(
                new EntryId(new UUID(0x0193_0000_0001_7000L, Long.MIN_VALUE | number)),
                new Ticket(TicketNo.of(new DeskCode("Z"), number), number),
                new Plate(plate),
                Desk.MORNING,
                new Description("Konkan Carriers", new VehicleType("Trailer"), null, null, null, null),
                Stay.parked(rupees(0)),
                Payment.NONE,
                new Authorship("Ravi", Desk.MORNING, Desk.MORNING));
    }

    public static Money rupees(long whole) {
        return new Money(whole * 100, INR);
    }

    public static Entry notes(Entry entry, @Nullable String text) {
        return entry.with(entry.description().withNotes(text));
    }

    /** The vehicle left, and its fee was paid in cash. */
    public static Entry paid(Entry entry, Instant exit, long fee) {
        return entry.with(new Stay(Status.EXITED, exit, rupees(fee), rupees(fee), false, null))
                .with(new Payment(PaymentStatus.PAID, "Cash"));
    }
}
