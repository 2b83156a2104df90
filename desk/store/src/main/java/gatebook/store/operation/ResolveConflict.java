package gatebook.store.operation;

import gatebook.rules.entry.IdSource;
import gatebook.rules.refusal.FieldError;
import gatebook.store.exchange.Resolution;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.SyncQueries;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    public ResolveConflict(Database database, Clock clock, IdSource ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What became of several conflicts that were decided alike.
     *
     * @param decided how many are closed
     * @param left those that are open still, with the reason
     */
    public record Alike(long decided, List<Left> left) {
        public Alike {
            left = List.copyOf(left);
        }
    }

    /** A conflict that could not be decided like the others. */
    public record Left(long item, Outcome.Refused why) {}

    /**
     * Decides every open conflict of the shape of the one that is meant: each by an operation and a transaction of its
     * own, on the newest that is known of it. What cannot be decided so stays open and is named.
     */
    public Alike resolveAllLike(Resolution.Order order) {
        long decided = 0;
        List<Left> left = new ArrayList<>();
        for (ConflictItem item : new SyncQueries(database).conflictsLike(order.item())) {
            Resolution.Order one =
                    new Resolution.Order(item.id(), null, order.decision(), order.actor(), order.reason());
            switch (resolve(one)) {
                case Outcome.Done _ -> decided++;
                case Outcome.Refused why -> left.add(new Left(item.id(), why));
            }
        }
        return new Alike(decided, left);
    }

    /** The record that stands then, or why nothing was changed. */
    public Outcome resolve(Resolution.Order order) {
        List<FieldError> unfit = WrittenWords.faults(new LocalWriting.Asked(order.actor(), order.reason()));
        if (!unfit.isEmpty()) {
            return LocalWriting.badValue(unfit);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (database.write(Turn.GATE, session -> Resolution.decide(session, ids, order, now))) {
            case Resolution.Result.Decided(var row) -> new Outcome.Done(row, List.of());
            case Resolution.Result.Refused(var refusal, String detail, List<FieldError> faults) ->
                new Outcome.Refused(refusal, detail, faults);
        };
    }
}
