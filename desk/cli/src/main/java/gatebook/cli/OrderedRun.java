package gatebook.cli;

import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.Refusal;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Order;
import gatebook.sync.service.Desk;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.util.concurrent.CompletableFuture;

/** One run of synchronizing that a person asked for. */
final class OrderedRun {
    private final OpenDesk desk;
    private final DeskProfile.Membership membership;

    OrderedRun(OpenDesk desk, DeskProfile.Membership membership) {
        this.desk = desk;
        this.membership = membership;
    }

    Ending cycle() {
        OthersRun others = new OthersRun(desk);
        return new SyncRights(desk).soonUnless(others::look, () -> carryOut(new Order.Scope.Cycle()));
    }

    Ending full() {
        return run(new Order.Scope.Full());
    }

    Ending one(EntryId record) {
        return run(new Order.Scope.One(record));
    }

    private Ending run(Order.Scope scope) {
        return new SyncRights(desk).soon(() -> carryOut(scope));
    }

    private Ending carryOut(Order.Scope scope) {
        try (HttpCloud cloud = new CloudLine(desk.around()).of(desk.profile(), membership);
                SyncService service = service(cloud)) {
            LastConnection seen = new LastConnection();
            service.observe(seen);
            service.startForOrders();
            CompletableFuture<RunReport> report = service.order(scope);
            return desk.around().stop().orDone(report)
                    ? ending(report.join(), seen)
                    : new Ending.Refused(Refusal.OFFLINE, "the run was broken off; what was done stays done");
        }
    }

    private SyncService service(HttpCloud cloud) {
        Surroundings around = desk.around();
        return new SyncService(
                Desk.of(desk.database(), around.ids(), around.clock(), around.nanos(), around.random()),
                cloud,
                new SyncSettings(around.environment()).engine(),
                around.random());
    }

    private Ending ending(RunReport report, LastConnection seen) {
        RunAnswer answer =
                new RunAnswer(report.run(), report.tally(), report.outcome().text());
        desk.voice().answer(answer::document, answer::words);
        String error = report.error() == null ? "the line broke" : report.error();
        return switch (report.outcome()) {
            case COMPLETED -> new OpenMatters(desk).ending();
            case OFFLINE, PARTIAL, REFUSED -> new Ending.Refused(seen.refusal(), error);
        };
    }

    /** What the engine said of the line, and its progress handed on to the person. */
    private final class LastConnection implements SyncObserver {
        private final ProgressLine line = new ProgressLine(desk.around().nanos());
        private volatile Connection connection = Connection.UNTRIED;

        @Override
        public void connectionChanged(Connection now) {
            connection = now;
        }

        @Override
        public void progressed(String message, double fraction) {
            desk.voice().aside(line.of(message, fraction));
        }

        @Override
        public void recordsChanged() {
            // The answer counts them.
        }

        Refusal refusal() {
            return switch (connection.cause()) {
                case NOT_OUR_CLOUD -> Refusal.NOT_OUR_CLOUD;
                case SIGN_IN_NEEDED -> Refusal.SIGN_IN_REFUSED;
                case DESK_CLONED -> Refusal.DESK_CLONED;
                case NO_NETWORK, CLOUD_DOWN, CLOCK_WRONG, TRAIL_REWRITTEN -> Refusal.OFFLINE;
                case CLOUD_REWRITTEN -> Refusal.CLOUD_REWRITTEN;
                case null -> Refusal.CLOUD_REFUSED;
            };
        }
    }
}
