package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.figure.Timings;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.sample.Samples;
import gatebook.rules.entry.Entry;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A vehicle written in at the gate: entry, queue row and audit row, durable; the floor writes entry and queue row. */
final class LocalOperation implements Run {
    private static final int SHARE_PERCENT = 80;

    @Override
    public String name() {
        return "local-operation";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int operations = surroundings.setting().operations();
        int rounds = surroundings.setting().rounds();
        Rounds[] floor = {new Rounds(), new Rounds(), new Rounds()};
        Rounds[] ours = {new Rounds(), new Rounds(), new Rounds()};
        for (int round = 0; round <= rounds; round++) {
            List<Entry> entries = entries(round, operations);
            Timings theirs = floor(surroundings, entries);
            Timings own = ours(surroundings, entries);
            if (round > 0) {
                note(floor, theirs);
                note(ours, own);
            }
        }
        return new RunResult(
                name(),
                rounds + " rounds of " + operations + " operations each, in turn, one thread, fsync on",
                List.of(
                        Figure.share(SHARE_PERCENT, "rate", "/s", floor[0].median(), ours[0].median()),
                        Figure.told("p50", "ms", floor[1].median(), ours[1].median()),
                        Figure.told("p99", "ms", floor[2].median(), ours[2].median())));
    }

    private static void note(Rounds[] rounds, Timings timings) {
        rounds[0].add(timings.perSecond());
        rounds[1].add(timings.percentileMillis(50));
        rounds[2].add(timings.percentileMillis(99));
    }

    private static Timings floor(Surroundings surroundings, List<Entry> entries) {
        Path folder = surroundings.fresh("floor");
        Timings timings = new Timings();
        try (FloorBook book = new FloorBook(folder)) {
            for (Entry entry : entries) {
                long begun = System.nanoTime();
                book.write(entry);
                timings.add(System.nanoTime() - begun);
            }
        }
        Folders.delete(folder);
        return timings;
    }

    private static Timings ours(Surroundings surroundings, List<Entry> entries) {
        Path home = surroundings.fresh("desk");
        Timings timings = new Timings();
        try (BenchDesk desk = BenchDesk.open(home)) {
            RegisterEntry entering = desk.entering();
            for (Entry entry : entries) {
                Arrival arrival = arrival(entry);
                long begun = System.nanoTime();
                Outcome outcome = entering.register(arrival);
                timings.add(System.nanoTime() - begun);
                if (!(outcome instanceof Outcome.Done)) {
                    throw new IllegalStateException("refused: " + outcome);
                }
            }
        }
        Folders.delete(home);
        return timings;
    }

    static List<Entry> entries(int seed, int count) {
        Samples samples = new Samples(seed);
        return IntStream.range(0, count).mapToObj(samples::arrival).toList();
    }

    /** What the attendant would say of the vehicle; the time is that of writing. */
    static Arrival arrival(Entry entry) {
        return new Arrival(
                entry.plate().typed(),
                entry.description().vehicleType().name(),
                entry.description().transportName(),
                entry.description().driverName(),
                entry.description().driverContact(),
                entry.description().location(),
                entry.description().notes(),
                null,
                "System");
    }
}
