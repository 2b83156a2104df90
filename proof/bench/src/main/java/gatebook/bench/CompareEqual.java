package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.desk.CountingRelay;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.sync.engine.Order;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.util.List;

/**
 * A complete run where desk and cloud hold the same: both sides are compared by the hashes of spans, and nothing is mended.
 * There is no floor: the barest program would compare nothing.
 */
final class CompareEqual implements Run {
    private static final double LIMIT_MILLIS = 2_000;
    private static final double LIMIT_BYTES = 16_384;

    @Override
    public String name() {
        return "compare-equal";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        Setting setting = surroundings.setting();
        Rounds millis = new Rounds();
        Rounds bytes = new Rounds();
        try (BenchDesk desk =
                        BenchDesk.open(surroundings.loaded(setting.loaded()).home());
                CountingRelay relay = new CountingRelay(surroundings.cloud());
                HttpCloud cloud = desk.cloud(relay.address());
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            for (int round = 0; round <= setting.rounds(); round++) {
                long before = relay.up() + relay.down();
                long begun = System.nanoTime();
                RunReport report = sync.order(new Order.Scope.Full()).join();
                double took = (System.nanoTime() - begun) / 1e6;
                if (report.error() != null
                        || report.tally().pushed() + report.tally().pulled() > 0) {
                    throw new IllegalStateException("the two sides were not equal: " + report);
                }
                if (round > 0) {
                    millis.add(took);
                    bytes.add((double) (relay.up() + relay.down() - before));
                }
            }
        }
        return new RunResult(
                name(),
                setting.rounds() + " rounds of " + setting.loaded() + " equal records",
                List.of(
                        Figure.atMost(LIMIT_MILLIS, "a complete run", "ms", null, millis.median()),
                        Figure.atMost(LIMIT_BYTES, "on the wire", "bytes", null, bytes.median())));
    }
}
