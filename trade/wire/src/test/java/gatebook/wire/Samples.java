package gatebook.wire;

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
import gatebook.wire.entry.EntryDefaults;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/** One visit, before and after, that the golden files tell of. */
public final class Samples {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    public static final Currency INR = Currency.getInstance("INR");
    public static final Instant IN = Instant.parse("2026-11-22T06:40:10.536Z");
    public static final Instant OUT = Instant.parse("2026-11-22T09:00:00.000Z");
    public static final UUID OP = UUID.fromString("0193a0c2-4d2e-7a11-8f10-0123456789ab");
    public static final EntryId ID = new EntryId(UUID.fromString("0193a0c2-4d2e-7a10-8f10-0123456789ab"));
    public static final EntryDefaults DEFAULTS =
            new EntryDefaults(ID, EntryDefaults.IdRule.ADDRESSED, IN, "System", ZONE, INR);

    private Samples() {}

    public static Entry parked() {
        return new Entry(
                ID,
                new Ticket(new TicketNo("A-00001"), 1),
                new Plate("MH12AB1234"),
                IN,
                new Description("Konkan Carriers", new VehicleType("Trailer"), null, null, null, null),
                Stay.parked(Money.zero(INR)),
                Payment.NONE,
                new Authorship("System", IN, IN));
    }

    public static Entry exited() {
        Money fee = new Money(20_050, INR);
        return parked().with(parked().description()
                        .withDriverName("आशा")
                        .withNotes("says \"later\"\nsecond line")
                        .withLocation("Bay 4"))
                .with(new Stay(Status.EXITED, OUT, fee, new Money(22_500, INR), true, "regular customer"))
                .with(new Payment(PaymentStatus.PAID, "Cash"))
                .with(new Authorship("System", IN, OUT));
    }
}
