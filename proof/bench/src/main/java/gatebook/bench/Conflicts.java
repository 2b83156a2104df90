package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.floor.FloorLine;
import gatebook.rules.entry.Entry;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records that two desks edited while apart: one desk has sent, and the other sends, is told of each conflict, merges, and
 * sends again. The floor sends, is answered with what differs, reads, compares and writes back on both sides.
 */
final class Conflicts implements Run {
    private static final int PER_SECOND_MIN = 5_000;
    private static final int BATCH = 500;

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().disputed();
        int rounds = surroundings.setting().rounds();
        Rounds floor = new Rounds();
        Rounds ours = new Rounds();
        for (int round = 0; round <= rounds; round++) {
            double theirs = floor(surroundings, LocalOperation.entries(200 + round, count));
            double own = ours(surroundings, count);
            if (round > 0) {
                floor.add(theirs);
                ours.add(own);
            }
        }
        return new RunResult(
                name(),
                rounds + " rounds of " + count + " records edited at two desks, the second push included",
                List.of(Figure.atLeast(PER_SECOND_MIN, "rate", "/s", floor.median(), ours.median())));
    }

    private static double floor(Surroundings surroundings, List<Entry> entries) {
        Path folder = surroundings.fresh("floor");
        double rate;
        try (FloorBook book = new FloorBook(folder);
                FloorLine line = new FloorLine(surroundings.floor())) {
            book.writeAll(entries.stream().map(entry -> noted(entry, "here")).toList());
            List<List<FloorBook.Waiting>> batches = batches(book);
            for (List<FloorBook.Waiting> batch : batches) {
                line.push(batch.stream()
                        .map(one -> new FloorBook.Waiting(
                                one.id(), one.uuid(), one.data().replace("here", "there")))
                        .toList());
            }
            long begun = System.nanoTime();
            for (List<FloorBook.Waiting> batch : batches) {
                Map<String, String> theirs = line.compare(batch);
                if (theirs.size() != batch.size()) {
                    throw new IllegalStateException("the server differs in " + theirs.size());
                }
                book.merge(batch, theirs);
                line.replace(batch);
                book.sent(batch.getFirst().id() - 1, batch.getLast().id());
            }
            rate = entries.size() * 1e9 / (System.nanoTime() - begun);
        }
        Folders.delete(folder);
        return rate;
    }

    private static List<List<FloorBook.Waiting>> batches(FloorBook book) {
        List<List<FloorBook.Waiting>> batches = new ArrayList<>();
        for (List<FloorBook.Waiting> batch = book.next(0, BATCH);
                !batch.isEmpty();
                batch = book.next(batch.getLast().id(), BATCH)) {
            batches.add(batch);
        }
        return batches;
    }

    private static double ours(Surroundings surroundings, int count) {
        String site = surroundings.filledSite(count);
        Path home = surroundings.fresh("desk");
        double rate;
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            otherDesk(surroundings, site, count);
            desk.amendAll(entry -> noted(entry, "here"), Instant.now());
            long begun = System.nanoTime();
            RunReport report = BenchDesk.cycle(sync);
            rate = count * 1e9 / (System.nanoTime() - begun);
            if (report.tally().merged() != count || report.tally().pushed() != count) {
                throw new IllegalStateException("not each was merged and sent once: " + report);
            }
        }
        Folders.delete(home);
        return rate;
    }

    private static void otherDesk(Surroundings surroundings, String site, int count) {
        Path home = surroundings.fresh("other");
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            desk.amendAll(entry -> noted(entry, "there"), Instant.now());
            RunReport report = BenchDesk.cycle(sync);
            if (report.tally().pushed() != count) {
                throw new IllegalStateException("the other desk did not send all: " + report);
            }
        }
        Folders.delete(home);
    }

    private static Entry noted(Entry entry, String notes) {
        return entry.with(entry.description().withNotes(notes));
    }
}
