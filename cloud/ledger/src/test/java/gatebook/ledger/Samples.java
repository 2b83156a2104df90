package gatebook.ledger;

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
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.ReceivedOperation;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Entries and operations to try things with. */
public final class Samples {
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime() & 0xff_ffff_ffffL);

    private Samples() {}

    /** A UUIDv7 of the tests' day, never the same twice. */
    public static UUID id() {
        long millis = TestLedger.NOON.toEpochMilli();
        return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L | COUNT.incrementAndGet());
    }

    /** A trailer with a plate of its own that came in at noon. */
    public static Entry entry() {
        return entry("MH12-" + COUNT.incrementAndGet());
    }

    public static Entry entry(String plate) {
        return entry(plate, TestLedger.NOON);
    }

    public static Entry entry(String plate, Instant at) {
        return new Entry(
                new EntryId(id()),
                new Ticket(new TicketNo("A-00001"), 1),
                new Plate(plate),
                at,
                new Description("Sharma Roadlines", new VehicleType("Trailer"), "Ramesh", "9812345678", null, "n"),
                Stay.parked(Money.zero(TestLedger.RUPEES)),
                Payment.NONE,
                new Authorship("System", at, at));
    }

    public static Entry noted(Entry entry, String notes) {
        return entry.with(entry.description().withNotes(notes));
    }

    /** The visit over and paid. */
    public static Entry exited(Entry entry, Instant at, long feeMajor) {
        Money fee = new Money(feeMajor * 100, TestLedger.RUPEES);
        return entry.with(new Stay(Status.EXITED, at, fee, fee, false, null))
                .with(new Payment(PaymentStatus.PAID, "Cash"));
    }

    public static ReceivedOperation creation(Entry entry) {
        return operation(OperationKind.CREATE, entry, 0);
    }

    public static ReceivedOperation update(Entry entry, long base) {
        return operation(OperationKind.UPDATE, entry, base);
    }

    public static ReceivedOperation delete(EntryId record, long base) {
        return new ReceivedOperation(
                new OpId(id()),
                OperationKind.DELETE,
                record,
                base,
                TestLedger.NOON,
                "System",
                new ReceivedOperation.Content.None());
    }

    private static ReceivedOperation operation(OperationKind kind, Entry entry, long base) {
        return new ReceivedOperation(
                new OpId(id()),
                kind,
                entry.id(),
                base,
                TestLedger.NOON,
                "System",
                new ReceivedOperation.Content.Image(entry));
    }
}
