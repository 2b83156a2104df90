package gatebook.faults.process;

import java.util.ArrayList;
import java.util.List;

/** A number of trials under way: what they found so far, and how long they took. Thread-safe. */
public final class Trials {
    private final String kind;
    private final long seed;
    private final long begun = System.nanoTime();
    private final List<String> violations = new ArrayList<>();
    private long count;

    public Trials(String kind, long seed) {
        this.kind = kind;
        this.seed = seed;
    }

    /** One more was made; what it found wrong, and by which words it is known. */
    public synchronized void made(String trial, List<String> wrong) {
        count++;
        wrong.forEach(words -> violations.add(trial + ": " + words));
    }

    /** Something was found wrong after several of them. */
    public synchronized void found(String where, List<String> wrong) {
        wrong.forEach(words -> violations.add(where + ": " + words));
    }

    synchronized long count() {
        return count;
    }

    public synchronized Figure figure() {
        return new Figure(kind, seed, count, (System.nanoTime() - begun) / 1e9, violations);
    }
}
