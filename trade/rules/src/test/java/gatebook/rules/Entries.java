package gatebook.rules;

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

/** Entries for tests: one plain visit, and the edits that the tables of conflicts speak of. */
public final class Entries {
    public static final Instant TEN = Instant.parse("2026-01-15T04:30:00Z");
    public static final Instant NOON = TEN.plusSeconds(2 * 3600);
    private static final Currency INR = Currency.getInstance("INR");

    private Entries() {}

    public static Entry parked() {
        return parked(1, "MH12AB1234");
    }

    public static Entry parked(long id, String plate) {
        return new Entry(
                new EntryId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | id)),
                new Ticket(TicketNo.of(DeskCode.FIRST, id), id),
                new Plate(plate),
                TEN,
                new Description("Konkan Carriers", new VehicleType("Trailer"), null, null, null, null),
                Stay.parked(rupees(0)),
                Payment.NONE,
                new Authorship("System", TEN, TEN));
    }

    public static Money rupees(long major) {
        return new Money(major * 100, INR);
    }

    public static Stay exit(Instant at, long fee) {
        return new Stay(Status.EXITED, at, rupees(fee), rupees(fee), false, null);
    }

    public static Stay byHand(Stay stay, long fee) {
        return new Stay(stay.status(), stay.exitTime(), rupees(fee), stay.computedFee(), true, "agreed");
    }

    public static Stay computed(Stay stay, long fee) {
        return new Stay(stay.status(), stay.exitTime(), rupees(fee), rupees(fee), false, null);
    }

    public static Payment paid(String type) {
        return new Payment(PaymentStatus.PAID, type);
    }

    public static Payment refunded() {
        return new Payment(PaymentStatus.REFUNDED, "Cash");
    }

    public static Payment pending() {
        return new Payment(PaymentStatus.PENDING, null);
    }

    public static Entry notes(Entry entry, String text) {
        return entry.with(entry.description().withNotes(text));
    }

    public static Entry type(Entry entry, String name) {
        return entry.with(entry.description().withVehicleType(new VehicleType(name)));
    }

    public static Entry edited(Entry entry, int minutesPastTen) {
        return entry.with(entry.authorship().touched(TEN.plusSeconds(60L * minutesPastTen)));
    }
}
