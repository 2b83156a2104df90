package gatebook.faults.outage;

import gatebook.faults.wire.FaultyLine;
import gatebook.faults.wire.WireDesk;
import gatebook.ledger.Ledger;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.store.query.QueueItem;
import gatebook.store.query.SyncCounts;
import gatebook.store.record.AuditLog;
import gatebook.sync.transport.SiteRecords;
import gatebook.wire.entry.EntryJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** A site of an attacked cloud with two desks, each of which works on records of its own. */
final class AttackedYard implements AutoCloseable {
    private static final int DESKS = 2;
    private static final int ACTS_MAX = 6;

    private final AttackedCloud cloud;
    private final SiteId site;
    private final FaultyLine line;
    private final List<WireDesk> desks = new ArrayList<>();
    private final List<List<EntryId>> written = new ArrayList<>();
    private int acts;

    AttackedYard(AttackedCloud cloud, Path folder) {
        this.cloud = cloud;
        this.site = cloud.site();
        this.line = new FaultyLine(cloud.address());
        for (int number = 1; number <= DESKS; number++) {
            Path home = folder.resolve(site + "-" + number);
            WireDesk.join(home, cloud.address(), cloud.code(site));
            desks.add(WireDesk.at(home, line.address(), WireDesk.SETTINGS));
            written.add(new ArrayList<>());
        }
    }

    FaultyLine line() {
        return line;
    }

    /** Every desk writes a few things down. */
    void work(RandomGenerator random) {
        for (int at = 0; at < DESKS; at++) {
            List<EntryId> own = written.get(at);
            for (int left = 1 + random.nextInt(ACTS_MAX); left > 0; left--) {
                acts++;
                if (own.isEmpty() || random.nextBoolean()) {
                    own.add(desks.get(at).enter("MH12 " + acts));
                } else {
                    desks.get(at).note(own.get(random.nextInt(own.size())), "looked at for the time " + acts);
                }
            }
        }
    }

    /** All desks sync at once, whatever comes of it. */
    CompletableFuture<Void> sync() {
        return CompletableFuture.allOf(desks.stream()
                .map(desk -> CompletableFuture.runAsync(
                        desk::cycle, task -> Thread.ofVirtual().name("desk").start(task)))
                .toArray(CompletableFuture[]::new));
    }

    /** Whether nothing waits any more and both desks and the cloud hold the same, as far as it can be asked. */
    boolean isAtRest() throws InterruptedException {
        boolean nothingWaits = desks.stream().map(WireDesk::counts).allMatch(AttackedYard::isDone);
        if (!nothingWaits) {
            return false;
        }
        try {
            Map<String, String> held =
                    new SiteRecords(cloud.address(), desks.getFirst().profile()).read();
            return desks.stream().allMatch(desk -> images(desk).equals(held));
        } catch (IOException notReachable) {
            return false;
        }
    }

    /** For people who look for what is not as it should be. */
    String state() {
        return desks.stream()
                .map(desk -> desk.counts() + " with " + desk.entries().size() + " records")
                .toList()
                .toString();
    }

    private static boolean isDone(SyncCounts counts) {
        return counts.pending() == 0 && counts.failed() == 0 && counts.conflicts() == 0;
    }

    private static Map<String, String> images(WireDesk desk) {
        Map<String, String> images = new TreeMap<>();
        desk.entries().forEach(entry -> images.put(entry.id().toString(), EntryJson.encode(entry)));
        return images;
    }

    /** Everything that was ever written here against everything that took effect, row by row. */
    List<String> examine() {
        List<String> wrong = new ArrayList<>();
        for (WireDesk desk : desks) {
            AuditLog.Verification trail = desk.audit();
            if (!(trail instanceof AuditLog.Verification.Sound)) {
                wrong.add("a desk's audit trail is " + trail);
            }
        }
        cloud.look(ledger -> wrong.addAll(inLedger(ledger)));
        return wrong;
    }

    private List<String> inLedger(Ledger ledger) {
        List<String> wrong = new ArrayList<>();
        ChainVerdict chain = ledger.verifyHistory(site);
        if (!(chain instanceof ChainVerdict.Whole)) {
            wrong.add("the cloud's history is " + chain);
        }
        ledger.recordApart(site).ifPresent(record -> wrong.add("the cloud's record " + record + " is apart"));
        for (int at = 0; at < DESKS; at++) {
            Map<EntryId, List<QueueItem>> told = new HashMap<>();
            desks.get(at)
                    .operations()
                    .forEach(item -> told.computeIfAbsent(item.record(), _ -> new ArrayList<>())
                            .add(item));
            Map<String, String> images = images(desks.get(at));
            for (EntryId record : written.get(at)) {
                wrong.addAll(inHistory(
                        ledger.history(site, record),
                        told.getOrDefault(record, List.of()),
                        images.getOrDefault(record.toString(), "nothing")));
            }
        }
        return wrong;
    }

    /** Once each, in the order in which they were made; those that another one carries left out. */
    private static List<String> inHistory(List<HistoryRow> effects, List<QueueItem> told, String image) {
        List<String> wrong = new ArrayList<>();
        String sent = told.stream()
                .filter(item -> item.status() == QueueItem.Status.COMPLETED)
                .map(item -> item.opId().toString())
                .toList()
                .toString();
        String took =
                effects.stream().map(row -> row.opId().toString()).toList().toString();
        if (effects.isEmpty() || !sent.equals(took)) {
            wrong.add("a desk had " + sent + " taken in, and what took effect is " + took);
        } else if (!image.equals(effects.getLast().after())) {
            wrong.add("the cloud holds " + effects.getLast().after() + " and the desk " + image);
        }
        return wrong;
    }

    @Override
    public void close() {
        desks.forEach(WireDesk::close);
        line.close();
    }
}
