package gatebook.faults.process;

import gatebook.faults.shift.Examination;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Runs the faults of processes: {@code kills} at random moments, {@code calls} that go wrong one by one. */
public final class ProcessFaults {
    private ProcessFaults() {}

    /** Kills a desk so many times. */
    static Figure kills(Order order) throws IOException, InterruptedException {
        Trials trials = new Trials("desk killed", order.seed());
        Path home = order.folder().resolve("rehearsal");
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            Kills kills = new Kills(order.folder(), QuickJava.of(home), rehearsal, new SplittableRandom(order.seed()));
            while (order.goesOn(trials)) {
                kills.make(trials);
            }
        }
        return trials.figure();
    }

    /**
     * Lets system calls go wrong, so many of each kind, spread evenly over the shift; as many as there are, and it
     * is each
     * of them.
     */
    static Figure calls(Order order) throws IOException, InterruptedException {
        Trials trials = new Trials("system call gone wrong", order.seed());
        Path home = order.folder().resolve("rehearsal");
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            Tampering tampering = new Tampering(order.folder(), QuickJava.of(home), new Examination(rehearsal));
            int calls = tampering.callsOfAShift();
            int step = Math.max(1, calls / order.count());
            int first = 1 + new SplittableRandom(order.seed()).nextInt(step);
            for (Tampering.Fault fault : Tampering.Fault.values()) {
                for (int call = first; call <= calls && order.goesOn(); call += step) {
                    tampering.make(fault, call, trials);
                }
            }
        }
        return trials.figure();
    }

    /** Words: {@code kills} or {@code calls}, and those of {@link Order}. Ends with 1 if a promise was broken. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Order order = Order.of(words);
        order.tell(words[0].equals("kills") ? kills(order) : calls(order));
    }
}
