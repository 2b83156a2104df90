package gatebook.sync.service;

import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a run that a person asked for came to.
 *
 * @param run its number in {@code sync_runs}; 0 if it never got that far
 * @param error why it did not complete; null when it did
 */
public record RunReport(
        long run,
        Tally tally,
        Runs.RunOutcome outcome,
        @Nullable String error) {}
