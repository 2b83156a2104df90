package gatebook.sim.cloud;

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
import gatebook.wire.audit.TrailHead;
import gatebook.wire.push.OpId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Records and operations with short names, the same in every cloud. */
final class Sample {
    private static final long DAY_MILLIS = HandClock.NOON.toEpochMilli();

    private Sample() {}

    /** The record of a name of up to four small letters; the order of ids is that of names of one length. */
    static EntryId record(String name) {
        return new EntryId(new UUID(DAY_MILLIS << 16 | 0x7000, 0x8000_0000_0000_0000L | number(name)));
    }

    /** The name by which {@link #record} was asked. */
    static String name(EntryId record) {
        StringBuilder name = new StringBuilder();
        for (long left = record.value().getLeastSignificantBits() & 0xffff_ffffL; left > 0; left >>= 8) {
            name.insert(0, (char) (left & 0xff));
        }
        return name.toString();
    }

    /** A row of a trail and its hash: {@code 3a} is row 3 with a hash of this sign alone. */
    static TrailHead head(String rowAndHash) {
        int end = rowAndHash.length() - 1;
        return new TrailHead(
                Long.parseLong(rowAndHash.substring(0, end)),
                rowAndHash.substring(end).repeat(64));
    }

    static OpId op(String name) {
        return new OpId(new UUID((DAY_MILLIS + 1) << 16 | 0x7000, 0x8000_0000_0000_0000L | number(name)));
    }

    /** A time of the day of all samples, such as {@code 10:00}. */
    static Instant time(String text) {
        return LocalTime.parse(text)
                .atDate(HandClock.NOON.atZone(ZoneOffset.UTC).toLocalDate())
                .toInstant(ZoneOffset.UTC);
    }

    /** A trailer that has only come in, on a ticket of its record's name. */
    static Entry entry(String name, String plate, Instant at) {
        return new Entry(
                record(name),
                new Ticket(new TicketNo("T-" + name), 1),
                new Plate(plate),
                at,
                new Description("Sharma Roadlines", new VehicleType("Trailer"), "Ramesh", null, null, null),
                Stay.parked(money(0)),
                Payment.NONE,
                new Authorship("System", at, at));
    }

    static Entry exited(Entry entry, Instant at) {
        return entry.with(new Stay(Status.EXITED, at, money(22_500), money(22_500), false, null))
                .with(new Payment(PaymentStatus.PAID, "Cash"));
    }

    static Money money(long minor) {
        return new Money(minor, Postgres.YARD.currency());
    }

    private static long number(String name) {
        long number = 0;
        for (int at = 0; at < name.length(); at++) {
            number = number << 8 | name.charAt(at);
        }
        return number;
    }
}
