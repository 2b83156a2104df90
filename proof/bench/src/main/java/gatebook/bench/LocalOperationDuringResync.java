package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.figure.Timings;
import gatebook.rules.entry.Entry;
import gatebook.store.operation.RegisterEntry;
import gatebook.sync.engine.Order;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Vehicles written in at the gate while the same desk fetches its whole register from the cloud. */
final class LocalOperationDuringResync implements Run {
    private static final double LIMIT_MILLIS = 20;
    private static final Duration APART = Duration.ofMillis(5);

    @Override
    public String name() {
        return "local-operation-during-resync";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().loaded();
        int rounds = surroundings.setting().rounds();
        String site = surroundings.filledSite(count);
        Rounds[] quiet = {new Rounds(), new Rounds(), new Rounds()};
        Rounds[] busy = {new Rounds(), new Rounds(), new Rounds()};
        int least = Integer.MAX_VALUE;
        for (int round = 0; round <= rounds; round++) {
            Timings[] timings = round(surroundings, site, round);
            if (round > 0) {
                note(quiet, timings[0]);
                note(busy, timings[1]);
                least = Math.min(least, timings[1].count());
            }
        }
        return new RunResult(
                name(),
                rounds + " rounds: an operation every " + APART.toMillis() + " ms while " + count
                        + " entries are loaded, at least " + least
                        + " in each; the floor here is the same desk at rest",
                List.of(
                        Figure.told("p50", "ms", quiet[0].median(), busy[0].median()),
                        Figure.atMost(LIMIT_MILLIS, "p99", "ms", quiet[1].median(), busy[1].median()),
                        Figure.told("worst", "ms", quiet[2].median(), busy[2].median())));
    }

    private static void note(Rounds[] rounds, Timings timings) {
        rounds[0].add(timings.percentileMillis(50));
        rounds[1].add(timings.percentileMillis(99));
        rounds[2].add(timings.percentileMillis(100));
    }

    private static Timings[] round(Surroundings surroundings, String site, int round) {
        Path home = surroundings.fresh("desk");
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            RegisterEntry entering = desk.entering();
            List<Entry> entries = LocalOperation.entries(200 + round, 100_000);
            Timings quiet = new Timings();
            for (int at = 0; at < 400; at++) {
                enter(entering, entries.get(at), quiet);
            }
            CompletableFuture<RunReport> loading = sync.order(new Order.Scope.Full());
            Timings busy = new Timings();
            for (int at = 400; !loading.isDone() && at < entries.size(); at++) {
                enter(entering, entries.get(at), busy);
            }
            RunReport report = loading.join();
            if (report.error() != null) {
                throw new IllegalStateException("the load broke off: " + report);
            }
            return new Timings[] {quiet, busy};
        } finally {
            Folders.delete(home);
        }
    }

    private static void enter(RegisterEntry entering, Entry entry, Timings timings) {
        try {
            Thread.sleep(APART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long begun = System.nanoTime();
        entering.register(LocalOperation.arrival(entry));
        timings.add(System.nanoTime() - begun);
    }
}
