package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a new entry is to the other entries of its vehicle at the site (decision 0009). */
public sealed interface DuplicateVehicle {
    /** How far apart two desks may write in one arrival; a difference of just this still counts. */
    Duration SAME_ARRIVAL = Duration.ofMinutes(15);

    /** A visit of its own. */
    record Distinct() implements DuplicateVehicle {}

    /** Two desks wrote in one arrival: the new entry is joined into the other. */
    record SameVisit(Entry other) implements DuplicateVehicle {}

    /** The vehicle would be inside twice: both stay, and a person decides whether an exit was not recorded. */
    record InsideTwice(Entry other) implements DuplicateVehicle {}

    /**
     * Judges one new entry. If several others answer, a joined visit goes before a second presence, an equal plate and
     * time before a near one, then the earliest entry, then the smallest id: the order of {@code others} has no say.
     *
     * @param others live entries of the same site; those with another plate key, and the entry itself, are passed over
     */
    static DuplicateVehicle judge(Entry incoming, List<Entry> others) {
        List<Entry> candidates = others.stream()
                .filter(other -> !other.id().equals(incoming.id()) && samePlate(incoming, other))
                .sorted(Comparator.comparing(Entry::entryTime).thenComparing(Entry::id))
                .toList();
        Optional<Entry> equal = candidates.stream()
                .filter(other -> typedAlike(incoming, other) && sameTime(incoming, other))
                .findFirst();
        Optional<Entry> joined = equal.or(() -> candidates.stream()
                .filter(other -> bothInside(incoming, other) && sameArrival(incoming, other))
                .findFirst());
        if (joined.isPresent()) {
            return new SameVisit(joined.get());
        }
        return candidates.stream()
                .filter(other -> bothInside(incoming, other))
                .findFirst()
                .<DuplicateVehicle>map(InsideTwice::new)
                .orElseGet(Distinct::new);
    }

    /** A plate of signs only has an empty key, which tells nothing; such plates are compared as typed. */
    private static boolean samePlate(Entry one, Entry other) {
        String key = one.plate().key();
        return key.isEmpty() ? typedAlike(one, other) : key.equals(other.plate().key());
    }

    private static boolean typedAlike(Entry one, Entry other) {
        return one.plate().equals(other.plate());
    }

    private static boolean sameTime(Entry one, Entry other) {
        return one.entryTime().equals(other.entryTime());
    }

    private static boolean bothInside(Entry one, Entry other) {
        return one.isInside() && other.isInside();
    }

    private static boolean sameArrival(Entry one, Entry other) {
        Duration apart = Duration.between(one.entryTime(), other.entryTime()).abs();
        return sameClass(one, other) && apart.compareTo(SAME_ARRIVAL) <= 0;
    }

    private static boolean sameClass(Entry one, Entry other) {
        return one.description()
                .vehicleType()
                .key()
                .equals(other.description().vehicleType().key());
    }

    /** Whether one vehicle arrived, and arrived anew while the first visit was still open. */
    static boolean cameAgain(Entry earlier, Entry later) {
        return bothInside(earlier, later)
                && samePlate(earlier, later)
                && sameClass(earlier, later)
                && later.entryTime().isAfter(earlier.entryTime().plus(SAME_ARRIVAL));
    }
}
