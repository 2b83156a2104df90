package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.floor.FloorBook;
import gatebook.bench.floor.FloorPages;
import gatebook.bench.sample.Samples;
import gatebook.rules.entry.Entry;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A desk's first load, from the cloud's disk to its own, with images and audit; the floor takes pages of the same JSON
 * from memory and writes bare rows.
 */
final class ColdLoad implements Run {
    private static final int SHARE_PERCENT = 70;
    private static final int PAGE = 500;

    @Override
    public String name() {
        return "cold-load";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().loaded();
        int rounds = surroundings.setting().rounds();
        List<byte[]> pages = pages(count);
        String site = surroundings.siteOf(count);
        Rounds floor = new Rounds();
        Rounds ours = new Rounds();
        for (int round = 0; round <= rounds; round++) {
            double theirs = floor(surroundings, pages);
            double own = ours(surroundings, site, count);
            if (round > 0) {
                floor.add(theirs);
                ours.add(own);
            }
        }
        return new RunResult(
                name(),
                rounds + " rounds of " + count + " entries into an empty register",
                List.of(Figure.share(SHARE_PERCENT, "rate", "/s", floor.median(), ours.median())));
    }

    private static double floor(Surroundings surroundings, List<byte[]> pages) {
        Path folder = surroundings.fresh("floor");
        long rows = 0;
        double rate;
        try (FloorBook book = new FloorBook(folder)) {
            long begun = System.nanoTime();
            for (byte[] page : pages) {
                rows += FloorPages.write(book, page);
            }
            rate = rows * 1e9 / (System.nanoTime() - begun);
        }
        Folders.delete(folder);
        return rate;
    }

    private static double ours(Surroundings surroundings, String site, int count) {
        Path home = surroundings.fresh("desk");
        double rate;
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            long begun = System.nanoTime();
            RunReport report = BenchDesk.cycle(sync);
            rate = count * 1e9 / (System.nanoTime() - begun);
            if (report.tally().pulled() != count) {
                throw new IllegalStateException("not all came: " + report);
            }
        }
        Folders.delete(home);
        return rate;
    }

    private static List<byte[]> pages(int count) {
        Samples samples = new Samples(count);
        HistoryId history = new HistoryId(new UUID(0, 1));
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from < count; from += PAGE) {
            List<Change.Stored> changes = new ArrayList<>(PAGE);
            for (int at = from; at < Math.min(count, from + PAGE); at++) {
                Entry entry = samples.visit(at);
                changes.add(new Change.Stored(
                        at + 1L,
                        entry.id(),
                        1,
                        Change.Life.LIVE,
                        entry.entryTime(),
                        history.toString(),
                        EntryJson.encode(entry)));
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream(900_000);
            new ChangesPage.Stored(history, changes, new Cursor("page"), from + PAGE < count).write(page);
            pages.add(page.toByteArray());
        }
        return pages;
    }
}
