package gatebook.bench.sample;

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
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Made-up visits of a truck yard, each about 600 bytes of JSON with the names of its 22 fields. The one at a place is the same in every run, on every
 * machine, in whatever order they are asked for. No two have the same plate, so that none is a conflict. Thread-safe.
 */
public final class Samples {
    /** What all runs are counted in. */
    public static final Currency CURRENCY = Currency.getInstance("INR");

    private static final Instant FIRST = Instant.parse("2026-01-05T00:30:00Z");
    private static final long APART_MILLIS = 61_007;
    private static final List<String> STATES = List.of("MH", "GJ", "KA", "TN", "RJ", "MP", "UP", "DL");
    private static final List<String> TYPES = List.of("Trailer", "6 Wheel", "4 Wheel", "10 Wheel", "Container");
    private static final List<String> FIRMS =
            List.of("Konkan Carriers", "Shree Roadlines", "Patel Transport", "Deccan Movers");
    private static final List<String> NAMES =
            List.of("Ramesh", "Suresh", "Mahesh", "Anil", "Vijay", "Santosh", "Prakash", "Imran", "Gurpreet");
    private static final List<String> FAMILIES =
            List.of("Patil", "Yadav", "Shaikh", "Singh", "Jadhav", "Kumar", "Pawar", "Chauhan", "Gaikwad");
    private static final List<String> NOTES = List.of("Waits for godown gate", "Tyre change", "Papers with supervisor");

    private final long seed;

    /**
     * @param seed of another set of entries, whose plates and ids are others
     */
    public Samples(long seed) {
        this.seed = seed;
    }

    /** A vehicle that stands in the yard. */
    public Entry arrival(int at) {
        SplittableRandom chance = chance(at);
        Instant entryTime = FIRST.plusMillis(at * APART_MILLIS);
        return new Entry(
                new EntryId(id(at, 0)),
                new Ticket(new TicketNo(String.format(Locale.ROOT, "S%d-%06d", seed % 100, at + 1)), at % 400 + 1),
                plate(at),
                entryTime,
                new Description(
                        pick(FIRMS, chance),
                        new VehicleType(pick(TYPES, chance)),
                        pick(NAMES, chance) + " " + pick(FAMILIES, chance),
                        "98" + (10_000_000 + chance.nextInt(89_999_999)),
                        "Bay " + (1 + chance.nextInt(60)),
                        pick(NOTES, chance)),
                Stay.parked(Money.zero(CURRENCY)),
                Payment.NONE,
                new Authorship("System", entryTime, entryTime));
    }

    /** A visit that is over: three of four, as in a register of some months. */
    public Entry visit(int at) {
        Entry arrived = arrival(at);
        if (at % 4 == 0) {
            return arrived;
        }
        Instant exit = arrived.entryTime().plusSeconds(3_600L + at % 80_000);
        Money fee = new Money(15_000 + at % 7 * 2_500L, CURRENCY);
        return arrived.with(new Stay(Status.EXITED, exit, fee, fee, false, null))
                .with(new Payment(PaymentStatus.PAID, at % 3 == 0 ? "Cash" : "Online"))
                .with(arrived.authorship().touched(exit));
    }

    /** A UUIDv7 for the operation that carries the entry at a place. */
    public UUID operation(int at) {
        return id(at, 1);
    }

    /** UUIDv7: made in order of time, chance in the rest, as a desk would make them. */
    private UUID id(int at, int kind) {
        long millis = FIRST.plusMillis(at * APART_MILLIS).toEpochMilli() + kind;
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + at * 2L + kind);
        return new UUID(millis << 16 | 0x7000 | chance.nextInt(0x1000), 1L << 63 | chance.nextLong() >>> 2);
    }

    /** A number of one to one with the place: 200 series of 26 letters by 26 and 10,000 numbers, walked in odd steps. */
    private Plate plate(int at) {
        long space = 200L * 26 * 26 * 10_000;
        long number = Math.floorMod((at + 1L) * 7_919_003L + seed * 104_729_003L, space);
        long rest = number / 10_000;
        char one = (char) ('A' + rest % 26);
        char two = (char) ('A' + rest / 26 % 26);
        long series = rest / 676;
        return new Plate(String.format(
                Locale.ROOT,
                "%s%02d%c%c%04d",
                STATES.get((int) (series % STATES.size())),
                series / STATES.size() + 1,
                one,
                two,
                number % 10_000));
    }

    private SplittableRandom chance(int at) {
        return new SplittableRandom(seed * 31 + at);
    }

    private static String pick(List<String> words, SplittableRandom chance) {
        return words.get(chance.nextInt(words.size()));
    }
}
