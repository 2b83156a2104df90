package gatebook.faults.process;

import gatebook.faults.shift.Examination;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

    /** Lets system calls go wrong: so many of each kind and fault, by chance; as many as there are, and it is all. */
    static Figure calls(Order order) throws IOException, InterruptedException {
        Trials trials = new Trials("system call gone wrong", order.seed());
        Path home = order.folder().resolve("rehearsal");
        Random random = new Random(order.seed());
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            Tampering tampering = new Tampering(order.folder(), QuickJava.of(home), new Examination(rehearsal));
            List<Plan> plans = new ArrayList<>();
            for (Reach reach : Reach.values()) {
                List<Reach.Place> all = new ArrayList<>(tampering.callsOfAShift(reach));
                for (Tampering.Fault fault : Tampering.Fault.values()) {
                    Collections.shuffle(all, random);
                    all.stream().limit(order.count()).forEach(call -> plans.add(new Plan(fault, call)));
                }
            }
            Collections.shuffle(plans, random);
            for (Plan plan : plans) {
                if (order.goesOn()) {
                    tampering.make(plan.fault(), plan.call(), trials);
                }
            }
        }
        return trials.figure();
    }

    /** A call, and what becomes of it. */
    private record Plan(Tampering.Fault fault, Reach.Place call) {}

    /** Words: {@code kills} or {@code calls}, and those of {@link Order}. Ends with 1 if a promise was broken. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Order order = Order.of(words);
        order.tell(words[0].equals("kills") ? kills(order) : calls(order));
    }
}
