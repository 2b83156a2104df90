package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.figure.Timings;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.floor.FloorLine;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.time.Instant;
import java.util.List;

/**
 * A cycle that finds nothing to do, as a person asks for it, with its row in the list of runs. The floor asks the server
 * for one number, which asks PostgreSQL, and notes the time durably.
 */
final class IdleCycle implements Run {
    private static final double LIMIT_MILLIS = 2;

    @Override
    public String name() {
        return "idle-cycle";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        Setting setting = surroundings.setting();
        Rounds floor = new Rounds();
        Rounds few = new Rounds();
        Rounds many = new Rounds();
        try (BenchDesk small = BenchDesk.open(surroundings.loaded(setting.few()).home());
                HttpCloud smallCloud = small.cloud();
                SyncService smallSync = small.sync(smallCloud);
                BenchDesk large =
                        BenchDesk.open(surroundings.loaded(setting.many()).home());
                HttpCloud largeCloud = large.cloud();
                SyncService largeSync = large.sync(largeCloud);
                FloorBook book = new FloorBook(surroundings.fresh("floor"));
                FloorLine line = new FloorLine(surroundings.floor())) {
            smallSync.startForOrders();
            largeSync.startForOrders();
            for (int round = 0; round <= setting.rounds(); round++) {
                Timings theirs = floor(book, line, setting.cycles());
                Timings own = ours(smallSync, setting.cycles());
                Timings ownMany = ours(largeSync, setting.cycles());
                if (round > 0) {
                    floor.add(theirs.percentileMillis(50));
                    few.add(own.percentileMillis(50));
                    many.add(ownMany.percentileMillis(50));
                }
            }
        }
        return new RunResult(
                name(),
                setting.rounds() + " rounds of " + setting.cycles() + " cycles; p50",
                List.of(
                        Figure.atMost(LIMIT_MILLIS, setting.few() + " entries", "ms", floor.median(), few.median()),
                        Figure.atMost(LIMIT_MILLIS, setting.many() + " entries", "ms", floor.median(), many.median())));
    }

    private static Timings floor(FloorBook book, FloorLine line, int cycles) {
        Timings timings = new Timings();
        for (int cycle = 0; cycle < cycles; cycle++) {
            long begun = System.nanoTime();
            line.last();
            book.pulledAt(Instant.now().toString());
            timings.add(System.nanoTime() - begun);
        }
        return timings;
    }

    private static Timings ours(SyncService sync, int cycles) {
        Timings timings = new Timings();
        for (int cycle = 0; cycle < cycles; cycle++) {
            long begun = System.nanoTime();
            BenchDesk.cycle(sync);
            timings.add(System.nanoTime() - begun);
        }
        return timings;
    }
}
