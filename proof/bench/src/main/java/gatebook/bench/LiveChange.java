package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.figure.Timings;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.floor.FloorLine;
import gatebook.bench.floor.FloorPages;
import gatebook.bench.sample.Samples;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.record.EntryTable;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.entry.EntryJson;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A vehicle written in at one desk until it is on the other desk's disk, both syncing in the background. The floor hands
 * the payload itself from desk to server to desk.
 */
final class LiveChange implements Run {
    private static final double HALF_MILLIS = 10;
    private static final double NEARLY_ALL_MILLIS = 35;
    private static final int ARRIVES_WITHIN_SECONDS = 30;

    @Override
    public String name() {
        return "live-change";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        Setting setting = surroundings.setting();
        Rounds[] floor = {new Rounds(), new Rounds()};
        Rounds[] ours = {new Rounds(), new Rounds()};
        for (int round = 0; round <= setting.rounds(); round++) {
            List<Entry> entries = LocalOperation.entries(300 + round, setting.changes());
            Timings theirs = floor(surroundings, entries);
            Timings own = ours(surroundings, entries);
            if (round > 0) {
                floor[0].add(theirs.percentileMillis(50));
                floor[1].add(theirs.percentileMillis(99));
                ours[0].add(own.percentileMillis(50));
                ours[1].add(own.percentileMillis(99));
            }
        }
        return new RunResult(
                name(),
                setting.rounds() + " rounds of " + setting.changes() + " changes, 20 to 60 ms apart",
                List.of(
                        Figure.atMost(HALF_MILLIS, "p50", "ms", floor[0].median(), ours[0].median()),
                        Figure.atMost(NEARLY_ALL_MILLIS, "p99", "ms", floor[1].median(), ours[1].median())));
    }

    private static Timings floor(Surroundings surroundings, List<Entry> entries) {
        Path here = surroundings.fresh("floor");
        Path there = surroundings.fresh("floor");
        Timings timings = new Timings();
        LinkedBlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
        try (FloorBook one = new FloorBook(here);
                FloorBook other = new FloorBook(there);
                FloorLine line = new FloorLine(surroundings.floor());
                FloorLine listening = new FloorLine(surroundings.floor())) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> listening.listen(payload -> {
                        if (!payload.isEmpty()) {
                            FloorPages.writeOne(other, payload);
                        }
                        arrived.add(System.nanoTime());
                    }));
            next(arrived);
            SplittableRandom chance = new SplittableRandom(1);
            for (Entry entry : entries) {
                pause(chance);
                long begun = System.nanoTime();
                one.write(entry);
                line.push(List.of(new FloorBook.Waiting(0, entry.id().toString(), EntryJson.encode(entry))));
                timings.add(next(arrived) - begun);
            }
        }
        Folders.delete(here);
        Folders.delete(there);
        return timings;
    }

    private static Timings ours(Surroundings surroundings, List<Entry> entries) {
        String site = surroundings.site();
        Path here = surroundings.fresh("desk");
        Path there = surroundings.fresh("desk");
        Timings timings = new Timings();
        LinkedBlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
        try (BenchDesk one = surroundings.desk(site, here);
                HttpCloud oneCloud = one.cloud();
                SyncService oneSync = one.sync(oneCloud);
                BenchDesk other = surroundings.desk(site, there);
                HttpCloud otherCloud = other.cloud();
                SyncService otherSync = other.sync(otherCloud)) {
            otherSync.observe(new Arrivals(arrived));
            oneSync.startWatching();
            otherSync.startWatching();
            RegisterEntry entering = one.entering();
            SplittableRandom chance = new SplittableRandom(1);
            // The first one waits until both are on the line.
            seen(other, arrived, enter(entering, new Samples(299).arrival(0)));
            for (Entry entry : entries) {
                pause(chance);
                long begun = System.nanoTime();
                EntryId id = enter(entering, entry);
                timings.add(seen(other, arrived, id) - begun);
            }
        }
        Folders.delete(here);
        Folders.delete(there);
        return timings;
    }

    private static EntryId enter(RegisterEntry entering, Entry entry) {
        if (entering.register(LocalOperation.arrival(entry)) instanceof Outcome.Done(var row, var inside)) {
            return row.entry().id();
        }
        throw new IllegalStateException("refused");
    }

    /** When the record was on the other desk's disk. */
    private static long seen(BenchDesk desk, LinkedBlockingQueue<Long> arrived, EntryId id) {
        long at = next(arrived);
        while (desk.database()
                .read(session -> EntryTable.find(session, id, Samples.CURRENCY))
                .isEmpty()) {
            at = next(arrived);
        }
        return at;
    }

    private static long next(LinkedBlockingQueue<Long> arrived) {
        try {
            Long at = arrived.poll(ARRIVES_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (at == null) {
                throw new IllegalStateException("nothing arrived in " + ARRIVES_WITHIN_SECONDS + " s");
            }
            return at;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(SplittableRandom chance) {
        try {
            Thread.sleep(chance.nextInt(20, 60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes when the book has changed. */
    private record Arrivals(LinkedBlockingQueue<Long> at) implements SyncObserver {
        @Override
        public void connectionChanged(Connection connection) {}

        @Override
        public void progressed(String message, double fraction) {}

        @Override
        public void recordsChanged() {
            at.add(System.nanoTime());
        }
    }
}
