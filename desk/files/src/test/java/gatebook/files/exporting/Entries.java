package gatebook.files.exporting;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Description;
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

/** Entries for tests. */
final class Entries {
    static final Currency RUPEE = Currency.getInstance("INR");

    private Entries() {}

    static Entry parked(int number) {
        Instant in = Instant.parse("2025-06-01T01:24:24.037Z").plusSeconds(60L * number);
        return new Entry(
                new EntryId(new UUID(7L << 12, number)),
                new Ticket(new TicketNo("A-%05d".formatted(number)), number),
                new Plate("0012"),
                in,
                new Description("Konkan Carriers", new VehicleType("6 Wheeler"), null, null, null, null),
                Stay.parked(Money.zero(RUPEE)),
                Payment.NONE,
                new Authorship("System", in, in));
    }

    static Entry exited(int number) {
        Entry entry = parked(number);
        Instant out = entry.entryTime().plusSeconds(5000);
        Stay stay =
                new Stay(Status.EXITED, out, new Money(123_456_750L, RUPEE), new Money(15_000, RUPEE), true, "agreed");
        return entry.with(stay)
                .with(new Payment(PaymentStatus.PAID, "UPI"))
                .with(new Description(
                        "Ñandú, \"हिन्दी\" 🚚",
                        new VehicleType("Trailer"),
                        "Asha\nDevi",
                        "9000075969",
                        "Bay 4",
                        "a;b,c"))
                .with(entry.authorship().touched(out));
    }

    /** An entry whose every text is this one. */
    static Entry named(String text) {
        return parked(1)
                .withPlate(new Plate(text))
                .with(new Description(text, new VehicleType(text), text, text, text, text))
                .with(new Payment(PaymentStatus.UNPAID, text));
    }
}
