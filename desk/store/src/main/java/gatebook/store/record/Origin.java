package gatebook.store.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes a record, why, and when by this desk's clock.
 *
 * @param syncRunId the run of {@code sync_runs} that brought the change; null when none did
 * @param reason what the person gave as the reason; null where none was asked
 */
public record Origin(
        Cause cause,
        String actor,
        String deviceId,
        @Nullable Long syncRunId,
        Instant at,
        @Nullable String reason) {}
