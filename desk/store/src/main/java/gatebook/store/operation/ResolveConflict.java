package gatebook.store.operation;

import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Policy;
import gatebook.rules.refusal.FieldError;
import gatebook.store.exchange.Resolution;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Decides a conflict for a person, or brings back a value that lost in one that is settled: in one durable transaction the
 * record, the operation that tells the cloud, the audit row (cause {@code resolution}) and the item. To cancel is not to
 * call it. Thread-safe.
 */
public final class ResolveConflict {
    private final Database database;
    private final Clock clock;
    private final IdSource ids;
    private final Policy policy;

    public ResolveConflict(Database database, Clock clock, IdSource ids, Policy policy) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.policy = policy;
    }

    /** The record that stands then, or why nothing was changed. */
    public Outcome resolve(Resolution.Order order) {
        List<FieldError> unfit = WrittenWords.faults(new LocalWriting.Asked(order.actor(), order.reason()));
        if (!unfit.isEmpty()) {
            return LocalWriting.badValue(unfit);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (database.write(Turn.GATE, session -> Resolution.decide(session, ids, policy, order, now))) {
            case Resolution.Result.Decided(var row) -> new Outcome.Done(row, List.of());
            case Resolution.Result.Refused(var refusal, String detail, List<FieldError> faults) ->
                new Outcome.Refused(refusal, detail, faults);
        };
    }
}
