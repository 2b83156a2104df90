package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a desk wrote in thirty days without a line, a few of it in conflict with another desk: half of that is merged, half
 * waits for a person. Beside it, in the floor's place, our own push of as many operations that nobody disputes.
 */
final class Backlog implements Run {
    private static final int SHARE_PERCENT = 60;

    /** So many operations for one that is disputed: 200 of 45,000. */
    private static final int PER_DISPUTE = 225;

    private static final Duration AWAY = Duration.ofDays(30);

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().backlog();
        int disputed = count / PER_DISPUTE;
        int rounds = surroundings.setting().rounds();
        Rounds plain = new Rounds();
        Rounds ours = new Rounds();
        for (int round = 0; round <= rounds; round++) {
            double undisputed = PushDrain.ours(surroundings, LocalOperation.entries(300 + 2 * round, count));
            double own = ours(surroundings, LocalOperation.entries(301 + 2 * round, count - disputed), disputed);
            if (round > 0) {
                plain.add(undisputed);
                ours.add(own);
            }
        }
        return new RunResult(
                name(),
                rounds + " rounds of " + count + " operations, " + disputed
                        + " of them in conflict; the floor is our push of as many creates",
                List.of(Figure.share(SHARE_PERCENT, "rate", "/s", plain.median(), ours.median())));
    }

    private static double ours(Surroundings surroundings, List<Entry> entries, int disputed) {
        String site = surroundings.filledSite(disputed);
        Path home = surroundings.fresh("desk");
        double rate;
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            otherDesk(surroundings, site);
            desk.amendAll(entry -> disputed(entry, "here"), Instant.now().minus(AWAY));
            desk.queueAll(PushDrain.rows(entries), AWAY);
            long begun = System.nanoTime();
            RunReport report = BenchDesk.cycle(sync);
            rate = (entries.size() + disputed) * 1e9 / (System.nanoTime() - begun);
            if (report.tally().merged() + report.tally().conflicts() != disputed
                    || report.tally().pushed()
                            != entries.size() + report.tally().merged()) {
                throw new IllegalStateException("not all went, or were merged or asked about: " + report);
            }
        }
        Folders.delete(home);
        return rate;
    }

    private static void otherDesk(Surroundings surroundings, String site) {
        Path home = surroundings.fresh("other");
        try (BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            BenchDesk.cycle(sync);
            desk.amendAll(entry -> disputed(entry, "there"), Instant.now());
            BenchDesk.cycle(sync);
        }
        Folders.delete(home);
    }

    /** One in two is refunded at both desks, which is for a person; the others get notes. */
    private static Entry disputed(Entry entry, String notes) {
        return entry.ticket().serialNumber() % 2 == 0
                ? entry.with(new Payment(PaymentStatus.REFUNDED, "Cash"))
                : entry.with(entry.description().withNotes(notes));
    }
}
