package gatebook.faults.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Disturbs dialogues at places spread over all bytes of their requests and answers, and counts what should not be so. */
final class Sweep {
    private static final int VIOLATIONS_TOLD_MAX = 20;

    private final List<Dialogue> dialogues;
    private final SplittableRandom random;
    private final List<String> violations = new ArrayList<>();
    private int count;

    Sweep(List<Dialogue> dialogues, long seed) {
        this.dialogues = List.copyOf(dialogues);
        this.random = new SplittableRandom(seed);
    }

    /** What a disturbance is, at a place. */
    @FunctionalInterface
    interface Disturbance {
        Fault at(Place place, SplittableRandom random);
    }

    /** What the cuts of a sweep are: in good order or at once, by chance. */
    static final Disturbance CUTS = (place, random) -> place.cut(random.nextBoolean() ? Cut.FIN : Cut.RST);

    /** One bit, by chance. */
    static final Disturbance FLIPS = (place, random) -> place.flipped(random.nextInt(8));

    /**
     * Goes over all bytes of all dialogues once in even steps from a place by chance.
     *
     * @param about how many places; at least one of each dialogue, at most all there are
     * @param goesOn asked before each
     */
    void run(Disturbance disturbance, int about, BooleanSupplier goesOn) {
        List<List<Place>> all = new ArrayList<>();
        for (Dialogue dialogue : dialogues) {
            Measured measured = new Measured();
            complain(dialogue, "nothing was the matter", dialogue.round(measured));
            all.add(measured.places());
        }
        int total = all.stream().mapToInt(List::size).sum();
        int step = Math.max(1, total / Math.max(1, about));
        for (int at = 0; at < dialogues.size(); at++) {
            List<Place> places = all.get(at);
            for (int next = random.nextInt(Math.min(step, places.size()));
                    next < places.size() && goesOn.getAsBoolean();
                    next += step) {
                Place place = places.get(next);
                complain(dialogues.get(at), place.toString(), dialogues.get(at).round(disturbance.at(place, random)));
                count++;
            }
        }
    }

    private void complain(Dialogue dialogue, String where, List<String> complaints) {
        complaints.stream()
                .map(complaint -> dialogue.kind() + ", " + where + ": " + complaint)
                .forEach(violations::add);
    }

    int count() {
        return count;
    }

    /** How many complaints there were. */
    int violations() {
        return violations.size();
    }

    /** The first of them. */
    List<String> told() {
        return violations.stream().limit(VIOLATIONS_TOLD_MAX).toList();
    }
}
