package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.desk.CountingRelay;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.floor.FloorLine;
import gatebook.rules.entry.Entry;
import gatebook.store.operation.ImportedRow;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.entry.EntryJson;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A queue of creates that goes to the cloud and is settled at the desk; the floor sends, inserts and notes "sent". */
final class PushDrain implements Run {
    private static final int SHARE_PERCENT = 60;
    private static final int BYTES_MAX = 150;
    private static final int BATCH = 500;

    @Override
    public String name() {
        return "push-drain";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().pushed();
        int rounds = surroundings.setting().rounds();
        Rounds floor = new Rounds();
        Rounds ours = new Rounds();
        for (int round = 0; round <= rounds; round++) {
            List<Entry> entries = LocalOperation.entries(100 + round, count);
            double theirs = floor(surroundings, entries);
            double own = ours(surroundings, entries);
            if (round > 0) {
                floor.add(theirs);
                ours.add(own);
            }
        }
        double[] bytes = bytesOfARecord(surroundings, LocalOperation.entries(100 + rounds + 1, count));
        return new RunResult(
                name(),
                rounds + " rounds of " + count + " queued creates, 500 a request, a new site each; bytes with headers",
                List.of(
                        Figure.share(SHARE_PERCENT, "rate", "/s", floor.median(), ours.median()),
                        Figure.atMost(BYTES_MAX, "on the wire, a record", "B", null, bytes[0] + bytes[1]),
                        Figure.told("of these to the cloud", "B", null, bytes[0])));
    }

    private static double floor(Surroundings surroundings, List<Entry> entries) {
        Path folder = surroundings.fresh("floor");
        double rate;
        try (FloorBook book = new FloorBook(folder);
                FloorLine line = new FloorLine(surroundings.floor())) {
            book.writeAll(entries);
            line.last();
            long begun = System.nanoTime();
            long sent = 0;
            for (List<FloorBook.Waiting> batch = book.next(0, BATCH);
                    !batch.isEmpty();
                    batch = book.next(sent, BATCH)) {
                line.push(batch);
                long upTo = batch.getLast().id();
                book.sent(sent, upTo);
                sent = upTo;
            }
            rate = entries.size() * 1e9 / (System.nanoTime() - begun);
        }
        Folders.delete(folder);
        return rate;
    }

    /** What a queue of plain creates drains at. */
    static double ours(Surroundings surroundings, List<Entry> entries) {
        Path home = surroundings.fresh("desk");
        double rate;
        try (BenchDesk desk = surroundings.desk(surroundings.site(), home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            queue(desk, entries);
            long begun = System.nanoTime();
            drain(sync, entries.size());
            rate = entries.size() * 1e9 / (System.nanoTime() - begun);
        }
        Folders.delete(home);
        return rate;
    }

    /** Measured apart, since the relay would cost time. */
    private static double[] bytesOfARecord(Surroundings surroundings, List<Entry> entries) {
        Path home = surroundings.fresh("desk");
        try (CountingRelay relay = new CountingRelay(surroundings.cloud());
                BenchDesk desk = surroundings.desk(surroundings.site(), home);
                HttpCloud cloud = desk.cloud(relay.address());
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            queue(desk, entries);
            long up = relay.up();
            long down = relay.down();
            drain(sync, entries.size());
            return new double[] {
                (double) (relay.up() - up) / entries.size(), (double) (relay.down() - down) / entries.size()
            };
        } finally {
            Folders.delete(home);
        }
    }

    private static void queue(BenchDesk desk, List<Entry> entries) {
        desk.queueAll(rows(entries));
    }

    static Iterator<ImportedRow> rows(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new ImportedRow(entry.id().toString(), 1, EntryJson.encode(entry), entry))
                .iterator();
    }

    private static void drain(SyncService sync, int records) {
        RunReport report = BenchDesk.cycle(sync);
        if (report.tally().pushed() != records || report.tally().conflicts() != 0) {
            throw new IllegalStateException("not all went as creates: " + report);
        }
    }
}
