package gatebook.rules.merge;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Stay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Records, edits and site choices drawn from a seed; one seed draws the same for ever. */
public final class Chance {
    private static final List<String> WORDS = List.of("", "N/A", "a", "b", "c");
    private static final List<String> TYPES = List.of("Trailer", "trailer", "6 Wheeler", "Crane");
    private static final List<String> WAYS = List.of("Cash", "Online");

    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** What both sides held when they last agreed. */
    public Entry agreed() {
        return edits(Entries.parked(), below(4), 0);
    }

    /** The record after a desk worked on it for a while: untouched, edited or, seldom, voided. */
    Image after(Entry agreed) {
        return below(20) == 0 ? new Image.Voided() : new Image.Present(worked(agreed));
    }

    public Entry worked(Entry agreed) {
        int edits = below(5);
        return edits == 0 ? agreed : edits(agreed, edits, 1 + below(30));
    }

    Policy policy() {
        if (below(2) == 0) {
            return Policy.DEFAULT;
        }
        Map<FieldGroup, Strategy> chosen = new EnumMap<>(FieldGroup.class);
        for (FieldGroup group : FieldGroup.values()) {
            if (below(2) == 0) {
                chosen.put(group, oneOf(List.of(Strategy.values())));
            }
        }
        return new Policy(chosen);
    }

    private Entry edits(Entry entry, int count, int minute) {
        Entry edited = entry;
        for (int i = 0; i < count; i++) {
            edited = edit(edited);
        }
        return Entries.edited(edited, minute);
    }

    private Entry edit(Entry entry) {
        return switch (below(12)) {
            case 0 -> Entries.notes(entry, oneOf(WORDS));
            case 1 -> entry.with(entry.description().withDriverName(oneOf(WORDS)));
            case 2 -> entry.with(entry.description().withDriverContact(null));
            case 3 -> entry.with(entry.description().withTransportName("T" + below(3)));
            case 4 -> Entries.type(entry, oneOf(TYPES));
            case 5 -> entry.withPlate(new Plate("MH" + below(3)));
            case 6 -> entry.withEntryTime(Entries.TEN.plusSeconds(3600L * (below(6) - 3)));
            case 7 -> entry.with(Stay.parked(Entries.rupees(0)));
            case 8 -> entry.with(Entries.byHand(entry.stay(), 100L + 50L * below(3)));
            case 9 -> entry.with(oneOf(List.of(Payment.NONE, Entries.pending(), Entries.refunded())));
            case 10 -> entry.with(Entries.paid(oneOf(WAYS)));
            default -> leaving(entry);
        };
    }

    private Entry leaving(Entry entry) {
        Entry left = entry.with(Entries.exit(Entries.NOON.plusSeconds(60L * below(3)), 150L + 75L * below(2)));
        return below(2) == 0 ? left : left.with(Entries.paid(oneOf(WAYS)));
    }
}
