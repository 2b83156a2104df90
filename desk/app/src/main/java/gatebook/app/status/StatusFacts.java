package gatebook.app.status;

import gatebook.app.desk.SyncLine;
import gatebook.store.query.SyncCounts;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the exchange with the cloud at one moment.
 *
 * @param causeElsewhere what another process of this desk, which syncs, last noted of the line; null when it reached the cloud
 * @param skew how far the cloud's clock was from this one when they last spoke
 * @param alarm what was found out about a trail and nobody has acknowledged; null for nothing
 * @param lastExchange when the cloud was last heard to the end; null for never
 * @param progress null while no run is under way
 */
record StatusFacts(
        SyncLine.State state,
        Connection connection,
        @Nullable String causeElsewhere,
        @Nullable Cause alarm,
        SyncCounts counts,
        Duration skew,
        @Nullable Instant lastExchange,
        @Nullable Progress progress) {
    /**
     * How far a run has come.
     *
     * @param fraction 0 to 1
     */
    record Progress(String message, double fraction) {}
}
