package gatebook.sim.run;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.Make;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Seeds on several threads, each of which takes the next seed when it is done with one, until the last is taken or the time
 * is up. A seed is the business of one thread alone, so that it goes the same way whatever runs beside it.
 */
final class Batch {
    private final Asked asked;
    private final BiConsumer<Plan, Simulation.Result> failing;
    private final AtomicLong next;
    private final Sum sum = new Sum();
    private final long begun = System.nanoTime();

    /**
     * @param failing is told of each seed that breaks a law, one at a time
     */
    Batch(Asked asked, BiConsumer<Plan, Simulation.Result> failing) {
        this.asked = asked;
        this.failing = failing;
        this.next = new AtomicLong(asked.range().from());
    }

    /** Runs them; what they came to. */
    Sum run() throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(asked.threads())) {
            Stream.generate(() -> threads.submit(this::work))
                    .limit(asked.threads())
                    .toList()
                    .forEach(Batch::end);
        }
        return sum;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private Sum work() throws IOException {
        try (Seeds seeds = new Seeds()) {
            while (isTimeLeft()) {
                long seed = next.getAndIncrement();
                if (seed > asked.range().to()) {
                    break;
                }
                Plan plan = Plan.of(seed);
                take(plan, seeds.run(plan, Make.HONEST));
            }
        }
        return sum;
    }

    private boolean isTimeLeft() {
        return asked.time() == null || seconds() < asked.time().toSeconds();
    }

    private void take(Plan plan, Simulation.Result result) {
        synchronized (sum) {
            sum.add(plan, result);
            if (result.broken() != null) {
                failing.accept(plan, result);
            }
        }
    }

    private static void end(Future<Sum> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was broken off", e);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(cause);
            }
            throw new IllegalStateException("a seed did not end as seeds do", e.getCause());
        }
    }
}
