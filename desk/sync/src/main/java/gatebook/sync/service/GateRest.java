package gatebook.sync.service;

import gatebook.store.sqlite.Database;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether the gate is at rest: nobody wrote there of late, and nobody waits. For one thread. */
final class GateRest {
    private static final Duration OF_LATE = Duration.ofSeconds(2);

    private final Database database;
    private final LongSupplier nanos;
    private long commitsSeen;
    private long since;

    GateRest(Database database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        this.commitsSeen = database.gateCommits();
        this.since = nanos.getAsLong() - OF_LATE.toNanos();
    }

    boolean isAtRest() {
        long now = nanos.getAsLong();
        long commits = database.gateCommits();
        if (commits != commitsSeen || database.isGateWaiting()) {
            commitsSeen = commits;
            since = now;
        }
        return now - since >= OF_LATE.toNanos();
    }
}
