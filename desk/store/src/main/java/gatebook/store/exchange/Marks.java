package gatebook.store.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When, by this desk's clock, and in which run something is taken in.
 *
 * @param runId null outside of any run
 */
public record Marks(Instant now, @Nullable Long runId) {}
