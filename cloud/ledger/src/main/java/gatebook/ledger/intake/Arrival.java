package gatebook.ledger.intake;

import gatebook.ledger.intake.Neighbours.Neighbour;
import gatebook.rules.entry.Entry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an entry is to the other live entries of its vehicle (sync.md, section 5, row 7). */
sealed interface Arrival {
    /** How far apart two desks may write in one arrival; a difference of just this still counts. */
    Duration SAME_ARRIVAL = Duration.ofMinutes(15);

    /** A visit of its own. */
    record Distinct() implements Arrival {}

    /** The same vehicle number at the very same time, as typed. */
    record Equal(Neighbour other) implements Arrival {}

    /** Two desks wrote in one arrival. */
    record SameVisit(Neighbour other) implements Arrival {}

    /** The vehicle is inside twice. */
    record InsideTwice(Neighbour other) implements Arrival {}

    /** Judges one entry; of several others that answer the earliest counts, then the one with the smallest id. */
    static Arrival judge(Entry incoming, List<Neighbour> others) {
        if (others.isEmpty()) {
            return new Distinct();
        }
        List<Neighbour> same = others.stream()
                .filter(other -> samePlate(incoming, other.entry()))
                .sorted(Comparator.comparing((Neighbour other) -> other.entry().entryTime())
                        .thenComparing(other -> other.entry().id()))
                .toList();
        Optional<Neighbour> equal = same.stream()
                .filter(other -> incoming.plate().equals(other.entry().plate())
                        && incoming.entryTime().equals(other.entry().entryTime()))
                .findFirst();
        if (equal.isPresent()) {
            return new Equal(equal.get());
        }
        List<Neighbour> inside = same.stream()
                .filter(other -> incoming.isInside() && other.entry().isInside())
                .toList();
        Optional<Arrival> visit = inside.stream()
                .filter(other -> sameArrival(incoming, other.entry()))
                .findFirst()
                .map(SameVisit::new);
        return visit.orElseGet(() -> inside.isEmpty() ? new Distinct() : new InsideTwice(inside.getFirst()));
    }

    /** A plate of signs only has an empty key, which tells nothing; such plates are compared as typed. */
    private static boolean samePlate(Entry one, Entry other) {
        String key = one.plate().key();
        return key.isEmpty()
                ? one.plate().equals(other.plate())
                : key.equals(other.plate().key());
    }

    private static boolean sameArrival(Entry one, Entry other) {
        Duration apart = Duration.between(one.entryTime(), other.entryTime()).abs();
        return one.description()
                        .vehicleType()
                        .key()
                        .equals(other.description().vehicleType().key())
                && apart.compareTo(SAME_ARRIVAL) <= 0;
    }
}
